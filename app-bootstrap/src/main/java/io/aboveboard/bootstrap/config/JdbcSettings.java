package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.adapter.consent.jdbc.Password;
import io.aboveboard.adapter.sink.otlp.config.SettingFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a database is, by four settings of one kind. What is wrong is found without showing a secret. */
final class JdbcSettings {
    private final Findings findings;
    private final SettingFiles files;
    private final String example;
    private final String url;
    private final String user;
    private final String password;
    private final String passwordFile;

    /** The names begin alike, and end in URL, USER, PASSWORD and PASSWORD_FILE. */
    JdbcSettings(Findings findings, SettingFiles files, String prefix, String database) {
        this.findings = findings;
        this.files = files;
        this.example = "jdbc:postgresql://127.0.0.1:5432/" + database;
        this.url = prefix + "URL";
        this.user = prefix + "USER";
        this.password = prefix + "PASSWORD";
        this.passwordFile = prefix + "PASSWORD_FILE";
    }

    /** The database; nothing where none is set, or what is set cannot be used. */
    Optional<JdbcConfig> read(List<String> others) {
        Optional<String> address = findings.value(url);
        if (address.isEmpty()) {
            requireNoOther(others);
            return Optional.empty();
        }
        return database(address.get());
    }

    private void requireNoOther(List<String> others) {
        Stream.concat(Stream.of(user, password, passwordFile), others.stream())
                .filter(name -> findings.value(name).isPresent())
                .findFirst()
                .ifPresent(name -> findings.error(url, "is required together with " + name));
    }

    private Optional<JdbcConfig> database(String address) {
        Optional<Password> secret = secret();
        try {
            JdbcConfig config =
                    new JdbcConfig(address, findings.value(user).orElse(""), secret.orElse(Password.none()));
            return hasDriver(config) ? Optional.of(config) : Optional.empty();
        } catch (IllegalArgumentException refused) {
            findings.error(url, "must be like " + example + ", on one line");
            return Optional.empty();
        }
    }

    /** The file counts more than the variable, which other processes can see. */
    private Optional<Password> secret() {
        Optional<String> file = findings.value(passwordFile);
        return file.isPresent()
                ? secretIn(file.get())
                : findings.value(password).map(Password::of);
    }

    private Optional<Password> secretIn(String file) {
        try {
            String content = new String(files.read(file, true), StandardCharsets.UTF_8);
            return Optional.of(Password.of(content.replaceFirst("\\R$", "")));
        } catch (IOException | RuntimeException unreadable) {
            findings.error(
                    passwordFile,
                    "cannot read " + file + ": " + unreadable.getClass().getSimpleName() + " ("
                            + unreadable.getMessage() + ")");
            return Optional.empty();
        }
    }

    private boolean hasDriver(JdbcConfig config) {
        if (!config.hasDriver()) {
            findings.error(
                    url,
                    config.subprotocol().equals("postgresql")
                            ? "must be like " + example
                            : "there is no driver for jdbc:" + config.subprotocol() + " in this jar; start it as java"
                                    + " -cp aboveboard.jar:driver.jar io.aboveboard.bootstrap.Main");
            return false;
        }
        return true;
    }
}
