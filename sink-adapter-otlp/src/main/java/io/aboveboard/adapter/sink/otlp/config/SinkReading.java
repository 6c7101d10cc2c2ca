package io.aboveboard.adapter.sink.otlp.config;

import java.util.List;

/** What settings say about the sink. */
public sealed interface SinkReading {
    /** No sink is configured; nothing is to leave. */
    record Absent() implements SinkReading {}

    /**
     * A sink is configured.
     *
     * @param config the sink
     * @param warnings settings that were ignored, as the OpenTelemetry specification has it
     */
    record Configured(OtlpSinkConfig config, List<SettingError> warnings) implements SinkReading {
        /** Copies the warnings. */
        public Configured {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The settings cannot be used.
     *
     * @param errors everything that is wrong, at least one thing
     */
    record Invalid(List<SettingError> errors) implements SinkReading {
        /** Copies the errors. */
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
