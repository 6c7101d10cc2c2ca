package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.adapter.sink.otlp.config.SettingFiles;
import io.aboveboard.domain.annotation.Nullable;
import java.util.List;

/** Where replicas share the installation: nowhere, unless the address of a PostgreSQL is set, or of an H2. */
final class DatabaseSettings {
    private static final String PREFIX = "TELEMETRY_DATABASE_";
    private static final List<String> KINDS = List.of("jdbc:postgresql:", "jdbc:h2:");

    private final Findings findings;
    private final JdbcSettings settings;

    DatabaseSettings(Findings findings, SettingFiles files) {
        this.findings = findings;
        this.settings = new JdbcSettings(findings, files, PREFIX, "telemetry");
    }

    /** Any other database is refused before its driver is missed: no driver would help. */
    @Nullable
    JdbcConfig read() {
        String url = findings.value(SettingNames.DATABASE_URL).orElse("");
        if (url.startsWith("jdbc:") && KINDS.stream().noneMatch(url::startsWith)) {
            findings.error(
                    SettingNames.DATABASE_URL,
                    "must be a PostgreSQL, like jdbc:postgresql://127.0.0.1:5432/telemetry, or an H2 for one process:"
                            + " replicas rely on its locks");
            return null;
        }
        return settings.read(List.of()).orElse(null);
    }
}
