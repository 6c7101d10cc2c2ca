package io.aboveboard.bootstrap.config;

/**
 * Something wrong with a setting.
 *
 * @param setting its name
 * @param message what is wrong and what to do; never quotes a value that might be secret
 */
public record SettingProblem(String setting, String message) {
    @Override
    public String toString() {
        return setting + ": " + message;
    }
}
