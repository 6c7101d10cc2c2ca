package io.aboveboard.adapter.sink.otlp.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Named settings, and what is found wrong with them on the way through. Not thread-safe. */
final class Findings {
    private final Map<String, String> settings;
    private final SettingFiles files;
    private final List<SettingError> errors = new ArrayList<>();
    private final List<SettingError> warnings = new ArrayList<>();

    Findings(Map<String, String> settings, SettingFiles files) {
        this.settings = Map.copyOf(settings);
        this.files = files;
    }

    Setting setting(String name) {
        return new Setting(name, settings.getOrDefault(name, "").strip());
    }

    void error(String setting, String message) {
        errors.add(new SettingError(setting, message));
    }

    void warning(String setting, String message) {
        warnings.add(new SettingError(setting, message));
    }

    /** The content of the file a setting names; empty, with an error, where it cannot be read. */
    Optional<byte[]> file(Setting setting, boolean secret) {
        try {
            return Optional.of(files.read(setting.value(), secret));
        } catch (IOException | RuntimeException e) {
            error(setting.name(), "cannot read " + setting.value() + ": " + reason(e));
            return Optional.empty();
        }
    }

    SinkReading configured(OtlpSinkConfig config) {
        return new SinkReading.Configured(config, warnings);
    }

    /** The errors, if there are any; else what the settings come to. */
    SinkReading conclude(Supplier<SinkReading> reading) {
        return errors.isEmpty() ? reading.get() : new SinkReading.Invalid(errors);
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }
}
