package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcConfigTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "postgresql://host/db", "jdbc:", "jdbc:postgresql:", "jdbc:a b:c", "jdbc:a:b\nc"})
    void refusesWhatIsNoUrlOfJdbc(String url) {
        assertThatThrownBy(() -> JdbcConfig.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url: must be of the form jdbc:");
    }

    @Proves(Promise.P11)
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://host:5432/db,jdbc:postgresql://host:5432/db",
        "jdbc:postgresql://host/db?user=app&password=canary,jdbc:postgresql://host/db",
        "jdbc:postgresql://app:canary@host/db,jdbc:postgresql:…",
        "jdbc:postgresql://app:can?ary@host/db,jdbc:postgresql:…",
        "jdbc:postgresql://host/db?password=can@ary,jdbc:postgresql:…",
        "jdbc:sqlserver://host:1433;databaseName=db;password=canary,jdbc:sqlserver://host:1433",
        "jdbc:mysql://address=(host=host)(password=canary)/db,jdbc:mysql:…",
        "jdbc:sqlite:/var/lib/host.db,jdbc:sqlite:/var/lib/host.db"
    })
    void showsOnlyWhatCannotBeSecret(String url, String shown) {
        JdbcConfig config = new JdbcConfig(url, "app", Password.of("canary"));

        assertThat(config.address()).isEqualTo(shown);
        assertThat(config).hasToString("JdbcConfig[url=" + shown + ", user=app, password=***]");
        assertThat(new JdbcUrl(url)).hasToString(shown);
    }

    @Test
    void knowsItsDrivers() {
        assertThat(JdbcConfig.of("jdbc:postgresql://127.0.0.1/db").hasDriver()).isTrue();
        assertThat(JdbcConfig.of("jdbc:sqlite:host.db").hasDriver()).isTrue();
        assertThat(JdbcConfig.of("jdbc:nobody:db").hasDriver()).isFalse();
    }

    @Proves(Promise.P11)
    @Test
    void hidesThePassword() {
        assertThat(Password.of("canary")).hasToString("***").isEqualTo(Password.of("canary"));
        assertThat(Password.of("canary")).isNotEqualTo(Password.none()).hasSameHashCodeAs(Password.of("canary"));
    }
}
