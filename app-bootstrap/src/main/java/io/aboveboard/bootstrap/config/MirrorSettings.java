package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.adapter.consent.jdbc.MirrorSql;
import io.aboveboard.adapter.sink.otlp.config.SettingFiles;
import io.aboveboard.domain.annotation.Nullable;
import java.util.List;
import java.util.Optional;

/** Where the host keeps its own copy of the decision: nowhere, unless the address of its database is set. */
final class MirrorSettings {
    private static final String PREFIX = "TELEMETRY_MIRROR_";

    private final Findings findings;
    private final JdbcSettings settings;

    MirrorSettings(Findings findings, SettingFiles files) {
        this.findings = findings;
        this.settings = new JdbcSettings(findings, files, PREFIX, "timetracker");
    }

    @Nullable
    MirrorConfig read() {
        Optional<JdbcConfig> database = settings.read(List.of(SettingNames.MIRROR_READ, SettingNames.MIRROR_WRITE));
        Optional<MirrorSql> sql = findings.value(SettingNames.MIRROR_URL).isPresent() ? sql() : Optional.empty();
        return database.isPresent() && sql.isPresent() ? new MirrorConfig(database.get(), sql.get()) : null;
    }

    private Optional<MirrorSql> sql() {
        String write = findings.value(SettingNames.MIRROR_WRITE).orElse(MirrorSql.DEFAULT_WRITE);
        try {
            return Optional.of(
                    new MirrorSql(findings.value(SettingNames.MIRROR_READ).orElse(MirrorSql.DEFAULT_READ), write));
        } catch (IllegalArgumentException refused) {
            findings.error(
                    SettingNames.MIRROR_WRITE, "must hold a ? where the flag goes, like " + MirrorSql.DEFAULT_WRITE);
            return Optional.empty();
        }
    }
}
