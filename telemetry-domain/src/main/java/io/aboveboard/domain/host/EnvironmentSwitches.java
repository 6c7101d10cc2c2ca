package io.aboveboard.domain.host;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.consent.Switches.DetailedAnswer;
import io.aboveboard.domain.consent.Switches.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the switches from the environment. Of contradicting ones the most restrictive wins; a value that is neither yes
 * nor no counts as the more restrictive, with a warning.
 *
 * @param switches what the environment says
 * @param warnings what could not be understood
 */
public record EnvironmentSwitches(Switches switches, List<String> warnings) {
    /** Copies the warnings. */
    public EnvironmentSwitches {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the environment of this process.
     *
     * @return what it says
     */
    public static EnvironmentSwitches ofThisProcess() {
        return of(System.getenv());
    }

    /**
     * Reads an environment.
     *
     * @param environment values by name
     * @return what it says
     */
    public static EnvironmentSwitches of(Map<String, String> environment) {
        Reader reader = new Reader(environment);
        Switches layers = reader.layers();
        Switches switches = new Switches(reader.silence(), reader.enableTelemetry()).and(layers);
        return new EnvironmentSwitches(switches, reader.warnings);
    }

    private static final class Reader {
        private final Map<String, String> environment;
        private final List<String> warnings = new ArrayList<>();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        Silence silence() {
            if (isSet("DO_NOT_TRACK")) {
                return Silence.DO_NOT_TRACK;
            }
            return isSet("OTEL_SDK_DISABLED") ? Silence.OTEL_SDK_DISABLED : Silence.NONE;
        }

        Switches layers() {
            return switch (value("TELEMETRY_LAYERS")) {
                case "", "all" -> Switches.unset();
                case "base" -> new Switches(Silence.NONE, DetailedAnswer.LAYERS_BASE);
                case "none" -> new Switches(Silence.LAYERS_NONE, DetailedAnswer.UNSET);
                default -> {
                    warnings.add("TELEMETRY_LAYERS is not all, base or none; it counts as none");
                    yield new Switches(Silence.LAYERS_NONE, DetailedAnswer.UNSET);
                }
            };
        }

        DetailedAnswer enableTelemetry() {
            String name = "ENABLE_TELEMETRY";
            if (value(name).isEmpty()) {
                return DetailedAnswer.UNSET;
            }
            Boolean answer = answerOf(value(name));
            if (answer == null) {
                warnings.add(name + " is neither yes nor no; it counts as no");
            }
            return Boolean.TRUE.equals(answer) ? DetailedAnswer.YES_IF_UNDECIDED : DetailedAnswer.NEVER;
        }

        private boolean isSet(String name) {
            String value = value(name);
            Boolean answer = answerOf(value);
            if (answer == null && !value.isEmpty()) {
                warnings.add(name + " is neither yes nor no; it counts as set");
            }
            return !value.isEmpty() && !Boolean.FALSE.equals(answer);
        }

        private String value(String name) {
            return environment.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT);
        }

        private static @Nullable Boolean answerOf(String value) {
            return switch (value) {
                case "1", "true", "yes", "on" -> Boolean.TRUE;
                case "0", "false", "no", "off" -> Boolean.FALSE;
                default -> null;
            };
        }
    }
}
