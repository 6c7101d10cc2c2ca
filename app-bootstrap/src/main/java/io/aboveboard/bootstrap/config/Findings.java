package io.aboveboard.bootstrap.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings in force, and what is found wrong with them on the way through. Not thread-safe. */
final class Findings {
    private final Map<String, String> settings;
    private final List<SettingProblem> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Findings(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    Map<String, String> settings() {
        return settings;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    void error(String setting, String message) {
        errors.add(new SettingProblem(setting, message));
    }

    void warning(String setting, String message) {
        warnings.add(new SettingProblem(setting, message).toString());
    }

    void warning(String message) {
        warnings.add(message);
    }

    List<SettingProblem> errors() {
        return errors;
    }

    List<String> warnings() {
        return warnings;
    }
}
