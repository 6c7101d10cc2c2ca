package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation that grows out of its folder, and comes back. */
@Tag("thorough")
class MigrationIT {
    private static List<String> linesOf(Map<String, String> settings, String... command) throws InterruptedException {
        JarProcess.Result result = JarProcess.run(settings, command);
        assertThat(result.exitCode())
                .as("%s: %s", String.join(" ", command), result.err())
                .isZero();
        return result.out();
    }

    private static String idOf(Map<String, String> settings) throws InterruptedException {
        return linesOf(settings, "status").stream()
                .filter(line -> line.startsWith("install id"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Proves({Promise.P4, Promise.P14})
    void losesNeitherTheIdNorAReceiptOnTheWayThereAndBack(@TempDir Path folder) throws Exception {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
                HostPostgres database = HostPostgres.empty(folder.resolve("postgres"))) {
            Map<String, String> alone = JarSettings.reportingTo(receiver, folder.resolve("state"));
            Map<String, String> shared = database.shared(alone);
            Map<String, String> another = database.shared(JarSettings.reportingTo(receiver, folder.resolve("other")));
            linesOf(alone, "consent", "grant");
            linesOf(alone, "consent", "withdraw");
            linesOf(alone, "flush");
            assertThat(linesOf(alone, "heartbeat")).isNotEmpty();
            String id = idOf(alone);
            List<String> receipts = linesOf(alone, "consent", "history");

            assertThat(linesOf(shared, "migrate-installation", "--to", "database"))
                    .singleElement()
                    .asString()
                    .endsWith("is in the database now, with 2 receipts");
            assertThat(idOf(another)).isEqualTo(id);
            assertThat(linesOf(another, "consent", "history")).isEqualTo(receipts);
            assertReportedAlready(receiver, shared, another);
            JarProcess.Result without = JarProcess.run(alone, "status");
            assertThat(without.exitCode()).isEqualTo(2);
            assertThat(without.err()).anyMatch(line -> line.contains("TELEMETRY_DATABASE_URL: is required"));

            linesOf(another, "consent", "grant");
            List<String> more = linesOf(shared, "consent", "history");
            assertThat(more).hasSize(3).containsAll(receipts);
            assertThat(linesOf(shared, "migrate-installation", "--to", "file"))
                    .singleElement()
                    .asString()
                    .contains("is in the file now, with 3 receipts");
            assertThat(idOf(alone)).isEqualTo(id);
            assertThat(linesOf(alone, "consent", "history")).isEqualTo(more);
            assertThat(linesOf(alone, "consent", "verify")).anyMatch(line -> line.startsWith("intact: 3 receipts"));
            assertReportedAlready(receiver, alone);
        }
    }

    @SafeVarargs
    private static void assertReportedAlready(RecordingOtlpReceiver receiver, Map<String, String>... sides)
            throws InterruptedException {
        for (Map<String, String> side : sides) {
            assertThat(linesOf(side, "heartbeat")).contains("already sent today");
        }
        for (String event : List.of("base_telemetry.first_seen", "base_telemetry.heartbeat")) {
            assertThat(receiver.records())
                    .filteredOn(record -> record.eventName().equals(event))
                    .extracting(ReceivedRecord::uid)
                    .as(event)
                    .hasSize(1);
        }
    }

    @Test
    @Proves(Promise.P4)
    void isNobodyNewWhereTheFolderWasNotMovedYet(@TempDir Path folder) throws Exception {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
                HostPostgres database = HostPostgres.empty(folder.resolve("postgres"))) {
            Map<String, String> alone = JarSettings.reportingTo(receiver, folder.resolve("state"));
            Map<String, String> shared = database.shared(alone);
            linesOf(alone, "heartbeat");
            String id = idOf(alone);
            List<ReceivedRecord> before = receiver.records();

            JarProcess.Result tooEarly = JarProcess.run(shared, "heartbeat");
            assertThat(tooEarly.exitCode()).isEqualTo(1);
            assertThat(String.join(" ", tooEarly.err())).contains("run migrate-installation --to database");
            assertThat(receiver.records()).isEqualTo(before);

            linesOf(shared, "migrate-installation", "--to", "database");
            assertThat(idOf(shared)).isEqualTo(id);
            assertThat(linesOf(shared, "heartbeat")).contains("already sent today");
            assertThat(receiver.records()).isEqualTo(before);
        }
    }
}
