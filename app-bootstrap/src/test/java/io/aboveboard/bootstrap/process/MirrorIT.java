package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** The host's own copy of the decision, in a real database of the host. */
@Tag("thorough")
class MirrorIT {
    private static final String BEHIND = "the host's copy of the decision is behind: ";

    private Path folder;
    private RecordingOtlpReceiver receiver;
    private Map<String, String> settings;

    @BeforeEach
    void startTheReceiver(@TempDir Path folder) {
        this.folder = folder;
        receiver = RecordingOtlpReceiver.start();
        settings = JarSettings.reportingTo(receiver, folder.resolve("state"));
    }

    @AfterEach
    void stopTheReceiver() {
        receiver.close();
    }

    @Proves({Promise.P7, Promise.P11})
    @Test
    void followsEveryDecisionAndTheHostIsNeverAsked() throws Exception {
        try (HostPostgres host = HostPostgres.start(folder.resolve("postgres"), true)) {
            Map<String, String> mirroring = host.mirroring(settings);
            correctsWhatTheHostSaysAtTheStart(host, mirroring);
            followsTheCommandLine(host, mirroring);
            catchesUpWithADatabaseThatWasDown(host, mirroring);
        }
    }

    private static void correctsWhatTheHostSaysAtTheStart(HostPostgres host, Map<String, String> mirroring)
            throws Exception {
        try (JarProcess run = JarProcess.start(mirroring, "run")) {
            run.awaitLine("first seen  sent ");
            assertThat(host.flag()).isFalse();
            assertThat(JarProcess.run(mirroring, "track", "timer.started", "--user=42")
                            .exitCode())
                    .isEqualTo(1);
            assertThat(warningsOf(run.terminate())).isEmpty();
        }
    }

    private static void followsTheCommandLine(HostPostgres host, Map<String, String> mirroring) throws Exception {
        JarProcess.Result granted = JarProcess.run(mirroring, "consent", "grant");
        assertThat(granted.exitCode()).isZero();
        assertThat(granted.err()).isEmpty();
        assertThat(host.flag()).isTrue();

        assertThat(JarProcess.run(mirroring, "consent", "withdraw").exitCode()).isZero();
        assertThat(host.flag()).isFalse();
    }

    private static void catchesUpWithADatabaseThatWasDown(HostPostgres host, Map<String, String> mirroring)
            throws Exception {
        host.stop();
        try (JarProcess run = JarProcess.start(mirroring, "run")) {
            run.awaitLine("first seen  sent ");
            JarProcess.Result granted = JarProcess.run(mirroring, "consent", "grant");
            assertThat(granted.exitCode()).isZero();
            assertThat(granted.err()).singleElement().asString().contains(BEHIND, "the database cannot be reached");

            host.startAgain();
            host.awaitFlag(true);

            JarProcess.Result ended = run.terminate();
            assertThat(ended.exitCode()).isZero();
            assertThat(warningsOf(ended)).singleElement().asString().contains(BEHIND, "start it, or correct its");
            assertThat(granted.err() + " " + ended.err() + ended.out()).doesNotContain("canary");
        }
    }

    private static List<String> warningsOf(JarProcess.Result result) {
        return result.err().stream()
                .filter(line -> line.contains(BEHIND) || line.contains(" WARNING "))
                .toList();
    }

    @Test
    void takesADriverFromTheClassPath() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("host.db");
        try (Connection host = DriverManager.getConnection(url);
                Statement statement = host.createStatement()) {
            statement.execute("CREATE TABLE settings (id INTEGER PRIMARY KEY, allow_analytics BOOLEAN NOT NULL)");
            statement.execute("INSERT INTO settings VALUES (1, 0)");
        }
        Map<String, String> mirroring = JarSettings.with(settings, "TELEMETRY_MIRROR_URL", url);

        JarProcess.Result without = JarProcess.run(mirroring, "consent", "grant");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err())
                .singleElement()
                .asString()
                .endsWith("TELEMETRY_MIRROR_URL: there is no driver for jdbc:sqlite in this jar; start it as java -cp"
                        + " aboveboard.jar:driver.jar io.aboveboard.bootstrap.Main");

        try (JarProcess with = JarProcess.startBeside(driver(), mirroring, "consent", "grant")) {
            assertThat(with.awaitEnd().exitCode()).isZero();
        }
        try (Connection host = DriverManager.getConnection(url);
                Statement statement = host.createStatement();
                ResultSet rows = statement.executeQuery("SELECT allow_analytics FROM settings")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBoolean(1)).isTrue();
        }
    }

    private static Path driver() throws Exception {
        return Path.of(
                JDBC.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
