package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.config.SettingFiles;
import io.aboveboard.adapter.sink.otlp.config.SinkReading;
import io.aboveboard.adapter.sink.otlp.config.SinkSettings;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.host.EnvironmentSwitches;
import java.nio.file.Path;

/** Reads the settings. Writes nothing, and reads no file but those that settings name and the folder's own name tag. */
public final class ConfigReader {
    private final SettingSources sources;
    private final SettingFiles files;
    private final Findings findings;

    private ConfigReader(SettingSources sources, SettingFiles files) {
        this.sources = sources;
        this.files = files;
        this.findings = new Findings(sources.effective());
    }

    /**
     * Reads the settings.
     *
     * @param sources where they come from
     * @return what they say, or everything that is wrong with them
     */
    public static ConfigReading read(SettingSources sources) {
        return new ConfigReader(sources, new PrivateSettingFiles()).read();
    }

    private ConfigReading read() {
        SinkReading sink = SinkSettings.read(findings.settings(), files);
        Service service = new ServiceSettings(findings).read(!(sink instanceof SinkReading.Absent));
        OtlpSinkConfig target = configOf(sink);
        Path folder = new FolderSettings(findings, sources.environment()).read(service.name());
        JdbcConfig database = new DatabaseSettings(findings, files).read();
        MirrorConfig mirror = new MirrorSettings(findings, files).read();
        TermsConfig terms = new TermsSettings(findings, files).read();
        HeartbeatConfig heartbeat = new HeartbeatSettings(findings).read();
        HttpConfig http = new HttpSettings(findings, files).read();
        Switches switches = switches();
        SettingNames.unknownAmong(findings.settings().keySet())
                .forEach(problem -> findings.warning(problem.toString()));
        return findings.errors().isEmpty()
                ? new ConfigReading.Valid(
                        new AppConfig(service, folder, database, target, mirror, switches, terms, heartbeat, http),
                        findings.warnings())
                : new ConfigReading.Invalid(findings.errors(), findings.warnings());
    }

    private @Nullable OtlpSinkConfig configOf(SinkReading reading) {
        if (reading instanceof SinkReading.Invalid invalid) {
            invalid.errors().forEach(error -> findings.error(error.setting(), error.message()));
        }
        if (reading instanceof SinkReading.Configured configured) {
            configured.warnings().forEach(warning -> findings.warning(warning.setting(), warning.message()));
            return configured.config();
        }
        return null;
    }

    private Switches switches() {
        EnvironmentSwitches switches = EnvironmentSwitches.of(findings.settings());
        switches.warnings().forEach(findings::warning);
        return switches.switches();
    }
}
