package io.aboveboard.bootstrap.config;

import java.util.List;

/** What came of reading the settings. */
public sealed interface ConfigReading {
    /**
     * They can be used.
     *
     * @param config what they say
     * @param warnings what a person should look at all the same
     */
    record Valid(AppConfig config, List<String> warnings) implements ConfigReading {
        /** Copies the warnings. */
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * They cannot be used.
     *
     * @param errors everything that is wrong, at least one thing
     * @param warnings what a person should look at besides
     */
    record Invalid(List<SettingProblem> errors, List<String> warnings) implements ConfigReading {
        /** Copies both. */
        public Invalid {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What a person should look at.
     *
     * @return the warnings, of which some settings may be the cause
     */
    List<String> warnings();
}
