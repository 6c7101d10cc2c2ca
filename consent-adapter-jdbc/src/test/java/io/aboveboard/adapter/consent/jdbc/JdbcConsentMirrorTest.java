package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.ConsentMirrorException;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the mirror treats a driver, whatever that does. */
class JdbcConsentMirrorTest {
    private static final JdbcConfig CONFIG =
            new JdbcConfig("jdbc:unkind://host/db?password=canary", "app", Password.of("canary too"));

    private final UnkindDriver driver = new UnkindDriver();

    @BeforeEach
    void register() throws SQLException {
        DriverManager.registerDriver(driver);
    }

    @AfterEach
    void deregister() throws SQLException {
        DriverManager.deregisterDriver(driver);
    }

    private static JdbcConsentMirror mirror() {
        return JdbcConsentMirror.create(CONFIG, MirrorSql.ofSettingsTable());
    }

    @Test
    void tellsTheDriverWhoEnters() {
        assertThatThrownBy(mirror()::read).isInstanceOf(ConsentMirrorException.class);

        assertThat(driver.received()).containsEntry("user", "app").containsEntry("password", "canary too");
    }

    @Test
    void tellsTheDriverNothingItWasNotTold() {
        assertThatThrownBy(JdbcConsentMirror.create(JdbcConfig.of("jdbc:unkind:db"), MirrorSql.ofSettingsTable())::read)
                .isInstanceOf(ConsentMirrorException.class);

        assertThat(driver.received()).isEmpty();
    }

    static Throwable[] failures() {
        return new Throwable[] {
            new SQLException("cannot parse " + CONFIG.url() + " with canary too"),
            new SQLException("cannot parse " + CONFIG.url() + " with canary too", "08001"),
            new IllegalStateException(CONFIG.url()),
            new NoClassDefFoundError("canary")
        };
    }

    @Proves({Promise.P7, Promise.P11})
    @ParameterizedTest
    @MethodSource("failures")
    void repeatsNoSecretThatADriverSays(Throwable failure) {
        driver.failWith(failure);

        assertThatThrownBy(mirror()::read)
                .isInstanceOf(ConsentMirrorException.class)
                .hasMessageStartingWith(
                        "the flag was not read from jdbc:unkind://host/db: the database cannot be reached")
                .hasNoCause()
                .hasMessageNotContaining("canary");
    }

    @Proves(Promise.P7)
    @Test
    void saysThatThereIsNoDriver() {
        JdbcConfig config = JdbcConfig.of("jdbc:nobody:db");

        assertThat(config.hasDriver()).isFalse();
        assertThatThrownBy(JdbcConsentMirror.create(config, MirrorSql.ofSettingsTable())::read)
                .isInstanceOf(ConsentMirrorException.class);
    }

    @Proves(Promise.P7)
    @Test
    void survivesASourceThatGivesNothing() {
        JdbcConsentMirror mirror = JdbcConsentMirror.over(UnkindDriver.sourceOfNothing(), MirrorSql.ofSettingsTable());

        assertThatThrownBy(() -> mirror.write(true))
                .isInstanceOf(ConsentMirrorException.class)
                .hasMessageStartingWith("the flag was not written to the host's data source: ");
    }
}
