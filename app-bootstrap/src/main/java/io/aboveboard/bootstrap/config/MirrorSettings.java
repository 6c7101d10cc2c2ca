package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.adapter.consent.jdbc.MirrorSql;
import io.aboveboard.adapter.consent.jdbc.Password;
import io.aboveboard.adapter.sink.otlp.config.SettingFiles;
import io.aboveboard.domain.annotation.Nullable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the host keeps its own copy of the decision: nowhere, unless the address of its database is set. */
final class MirrorSettings {
    private final Findings findings;
    private final SettingFiles files;

    MirrorSettings(Findings findings, SettingFiles files) {
        this.findings = findings;
        this.files = files;
    }

    @Nullable
    MirrorConfig read() {
        Optional<String> url = findings.value(SettingNames.MIRROR_URL);
        if (url.isEmpty()) {
            requireNoOther();
            return null;
        }
        Optional<JdbcConfig> database = database(url.get());
        Optional<MirrorSql> sql = sql();
        return database.isPresent() && sql.isPresent() ? new MirrorConfig(database.get(), sql.get()) : null;
    }

    private void requireNoOther() {
        Stream.of(
                        SettingNames.MIRROR_USER,
                        SettingNames.MIRROR_PASSWORD,
                        SettingNames.MIRROR_PASSWORD_FILE,
                        SettingNames.MIRROR_READ,
                        SettingNames.MIRROR_WRITE)
                .filter(name -> findings.value(name).isPresent())
                .findFirst()
                .ifPresent(name -> findings.error(SettingNames.MIRROR_URL, "is required together with " + name));
    }

    private Optional<JdbcConfig> database(String url) {
        Optional<Password> password = password();
        try {
            JdbcConfig config = new JdbcConfig(
                    url, findings.value(SettingNames.MIRROR_USER).orElse(""), password.orElse(Password.none()));
            requireDriver(config);
            return Optional.of(config);
        } catch (IllegalArgumentException refused) {
            findings.error(
                    SettingNames.MIRROR_URL, "must be like jdbc:postgresql://127.0.0.1:5432/timetracker, on one line");
            return Optional.empty();
        }
    }

    /** The file counts more than the variable, which other processes can see. */
    private Optional<Password> password() {
        Optional<String> file = findings.value(SettingNames.MIRROR_PASSWORD_FILE);
        return file.isPresent()
                ? passwordIn(file.get())
                : findings.value(SettingNames.MIRROR_PASSWORD).map(Password::of);
    }

    private Optional<Password> passwordIn(String file) {
        try {
            String content = new String(files.read(file, true), StandardCharsets.UTF_8);
            return Optional.of(Password.of(content.replaceFirst("\\R$", "")));
        } catch (IOException | RuntimeException unreadable) {
            findings.error(
                    SettingNames.MIRROR_PASSWORD_FILE,
                    "cannot read " + file + ": " + unreadable.getClass().getSimpleName() + " ("
                            + unreadable.getMessage() + ")");
            return Optional.empty();
        }
    }

    private void requireDriver(JdbcConfig config) {
        if (!config.hasDriver()) {
            findings.error(
                    SettingNames.MIRROR_URL,
                    config.subprotocol().equals("postgresql")
                            ? "must be like jdbc:postgresql://127.0.0.1:5432/timetracker"
                            : "there is no driver for jdbc:" + config.subprotocol() + " in this jar; start it as java"
                                    + " -cp aboveboard.jar:driver.jar io.aboveboard.bootstrap.Main");
        }
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
