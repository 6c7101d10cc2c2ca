package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.port.Notice;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both layers, from the packaged jar to what a receiver decodes, field by field. */
class EndToEndIT extends ReportingService {
    private static final int INFO = 9;

    private final Instant began = Instant.now();

    @Proves({Promise.P3, Promise.P4})
    @Test
    void reportsTheInstallationInExactlyTwelveFields() throws Exception {
        try (JarProcess run = JarProcess.start(settings, "run")) {
            run.awaitLine("first seen  sent ");
            List<ReceivedRecord> records = receiver.awaitRecords(2, JarProcess.PATIENCE);

            assertThat(records)
                    .extracting(ReceivedRecord::eventName)
                    .containsExactly("base_telemetry.first_seen", "base_telemetry.heartbeat");
            records.forEach(this::assertIsBaseRecord);
            assertThat(records)
                    .extracting(ReceivedRecord::uid)
                    .containsExactly(
                            RecordUid.ofFirstSeen(installId()).value(),
                            RecordUid.ofHeartbeat(installId(), today()).value());
            assertThat(records.get(1).fields().get("first_seen_at"))
                    .isEqualTo(records.get(0).fields().get("first_seen_at"));
            assertThat(run.terminate().err())
                    .filteredOn(line -> !line.contains(" INFO "))
                    .containsExactlyElementsOf(notice());
        }
    }

    private static List<String> notice() {
        return new Notice("timetracker", "127.0.0.1")
                .lines().stream().map(line -> "aboveboard: " + line).toList();
    }

    private void assertIsBaseRecord(ReceivedRecord record) {
        assertThat(record.attributes())
                .containsOnlyKeys(
                        "event_name",
                        "identity",
                        "detailed",
                        "log.record.uid",
                        "install_id",
                        "app_version",
                        "platform",
                        "os_version",
                        "architecture",
                        "locale",
                        "timezone",
                        "first_seen_at",
                        "last_seen_at",
                        "heartbeat_at",
                        "release_channel",
                        "deployment_type")
                .containsEntry("event_name", record.eventName())
                .containsEntry("identity", installId().toString())
                .containsEntry("detailed", false)
                .containsEntry("install_id", installId().toString())
                .containsEntry("app_version", "5.10.0")
                .containsEntry("platform", "Linux")
                .containsEntry("os_version", System.getProperty("os.version"))
                .containsEntry("architecture", architecture())
                .containsEntry("locale", "de_AT")
                .containsEntry("timezone", settings.get("TZ"))
                .containsEntry("release_channel", "beta")
                .containsEntry("deployment_type", deploymentType())
                .containsEntry("heartbeat_at", record.time().toString())
                .containsEntry("last_seen_at", record.time().toString());
        assertThat(Instant.parse((String) record.attributes().get("first_seen_at")))
                .isBetween(began, record.time());
        assertEnvelope(record);
    }

    @Proves({Promise.P1, Promise.P12, Promise.P14})
    @Test
    void deliversProductEventsOnlyUnderAYes() throws Exception {
        try (JarProcess run = JarProcess.start(settings, "run")) {
            run.awaitLine("first seen  sent ");
            assertThat(track().exitCode()).isEqualTo(1);

            JsonNode consent = json(JarProcess.run(settings, "consent", "grant", "--json"));
            assertThat(consent.path("outcome").asText()).isEqualTo("recorded");
            receiver.awaitRecords(3, JarProcess.PATIENCE);
            JarProcess.Result tracked = track();
            assertThat(tracked.exitCode()).isZero();
            assertThat(tracked.outText()).isEqualTo("recorded timer.started, delivered by the process that is running");
            receiver.awaitRecords(4, JarProcess.PATIENCE);

            assertThat(JarProcess.run(settings, "consent", "withdraw").exitCode())
                    .isZero();
            assertThat(track().exitCode()).isEqualTo(1);
            assertThat(run.terminate().exitCode()).isZero();

            List<ReceivedRecord> detailed =
                    receiver.records().stream().filter(ReceivedRecord::detailed).toList();
            assertThat(detailed)
                    .extracting(ReceivedRecord::eventName)
                    .containsExactly("telemetry.install", "timer.started");
            String receipt = consent.path("consent").path("receipt").asText();
            assertIsInstallPing(detailed.get(0), receipt);
            assertIsProductEvent(detailed.get(1), receipt);
        }
    }

    private JarProcess.Result track() throws InterruptedException {
        return JarProcess.run(
                settings,
                "track",
                "timer.started",
                "--user=42",
                "-p=project_id=7",
                "-p=billable=true",
                "-p=hours=1.5",
                "-p=note=a b",
                "-p=email=someone@example.org");
    }

    private void assertIsInstallPing(ReceivedRecord record, String receipt) {
        String id = installId().toString();
        assertThat(record.attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "event_name",
                        "telemetry.install",
                        "identity",
                        id,
                        "detailed",
                        true,
                        "log.record.uid",
                        RecordUid.ofInstallPing(installId()).value(),
                        "install_id",
                        id,
                        "app_version",
                        "5.10.0",
                        "environment",
                        "staging",
                        "deployment_method",
                        deploymentType(),
                        "consent_receipt",
                        receipt));
        assertEnvelope(record);
    }

    private void assertIsProductEvent(ReceivedRecord record, String receipt) {
        Map<String, Object> expected = new HashMap<>(Map.of(
                "event_name",
                "timer.started",
                "identity",
                "42",
                "detailed",
                true,
                "project_id",
                7L,
                "billable",
                true,
                "hours",
                1.5,
                "note",
                "a b"));
        expected.putAll(Map.of(
                "install_id",
                installId().toString(),
                "app_version",
                "5.10.0",
                "environment",
                "staging",
                "deployment_method",
                deploymentType(),
                "consent_receipt",
                receipt,
                "log.record.uid",
                record.uid()));
        assertThat(record.attributes()).containsExactlyInAnyOrderEntriesOf(expected);
        assertEnvelope(record);
    }

    private void assertEnvelope(ReceivedRecord record) {
        assertThat(record.body()).isEqualTo(record.eventName());
        assertThat(record.severity()).isEqualTo(INFO);
        assertThat(record.scope()).isEqualTo("timetracker.telemetry");
        assertThat(record.time()).isBetween(began, Instant.now());
        assertThat(record.observedTime()).isBetween(record.time(), Instant.now());
        assertThat(record.resource())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "service.name", "timetracker",
                        "service.version", "5.10.0",
                        "deployment.environment", "staging",
                        "deployment.environment.name", "staging",
                        "telemetry.sdk.name", "opentelemetry",
                        "telemetry.sdk.language", "java",
                        "telemetry.sdk.version", "1.68.0"));
    }

    @Proves(Promise.P13)
    @Test
    void postsToTheCompletedPathWithTheTokenAsGrafanaWantsIt() throws Exception {
        JarProcess.Result sent = JarProcess.run(settings, "heartbeat");

        assertThat(sent.outText()).isEqualTo("heartbeat sent");
        assertThat(receiver.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.path()).isEqualTo("/v1/logs");
            assertThat(request.header("content-type")).isEqualTo("application/x-protobuf");
            assertThat(request.header("content-encoding")).isEqualTo("gzip");
            assertThat(request.header("authorization")).isEqualTo("Basic MTIzNDU2OnNlY3JldA==");
        });
        assertThat(JarProcess.run(settings, "heartbeat").outText()).isEqualTo("already sent today");
        assertThat(receiver.records()).hasSize(2);
    }

    @Test
    void takesTheYesOfTheEnvironmentWhereNobodyDecided() throws Exception {
        Map<String, String> enabled = JarSettings.with(settings, "ENABLE_TELEMETRY", "true");

        JarProcess.Result tracked = JarProcess.run(enabled, "track", "timer.started", "--user=42");

        assertThat(tracked.err()).isEmpty();
        assertThat(tracked.outText()).isEqualTo("recorded timer.started, delivered by the next run or flush");
        assertThat(receiver.requests()).isEmpty();
        JarProcess.Result flushed = JarProcess.run(enabled, "flush");
        assertThat(flushed.outText()).isEqualTo("delivered 4, nothing is waiting");
        assertThat(flushed.err()).anyMatch(line -> line.contains("reports this installation to"));
        assertThat(receiver.records())
                .extracting(ReceivedRecord::eventName)
                .containsExactlyInAnyOrder(
                        "base_telemetry.first_seen", "base_telemetry.heartbeat", "telemetry.install", "timer.started");
        assertThat(json(JarProcess.run(enabled, "status", "--json"))
                        .path("consent")
                        .path("source")
                        .asText())
                .isEqualTo("environment");
    }

    private static JsonNode json(JarProcess.Result result) throws IOException {
        return new ObjectMapper().readTree(result.outText());
    }

    private InstallId installId() {
        try {
            JsonNode file = new ObjectMapper()
                    .readTree(folder.resolve("installation.json").toFile());
            return InstallId.parse(file.path("install_id").asText()).orElseThrow();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private LocalDate today() {
        return LocalDate.now(ZoneId.of(settings.get("TZ")));
    }

    private static String architecture() {
        String architecture = System.getProperty("os.arch");
        return architecture.equals("amd64") ? "x86_64" : architecture;
    }

    private static String deploymentType() {
        boolean inContainer = Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv"));
        return inContainer ? "docker" : "native";
    }
}
