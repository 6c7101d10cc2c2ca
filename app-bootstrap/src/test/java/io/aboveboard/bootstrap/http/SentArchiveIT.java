package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.outbox.file.FileOutboxConfig;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However much was sent since, the page and the downloads know all of it. */
@Proves(Promise.P6)
class SentArchiveIT {
    private static final int EVENTS = 2_400;
    private static final int AT_ONCE = 400;

    private static WireBench bench;

    @BeforeAll
    static void sendMuch(@TempDir Path folder) {
        FileOutbox outbox = FileOutbox.in(folder, FileOutboxConfig.defaults());
        bench = WireBench.start(builder -> builder.outbox(outbox));
        bench.aboveboard().consent().grant(Actor.cli());
        for (int i = 0; i < EVENTS; i++) {
            bench.aboveboard()
                    .telemetry()
                    .track(i == 0 ? "first.of.all" : "timer.started", UserId.of(42), Map.of("number", i));
            if (i % AT_ONCE == AT_ONCE - 1) {
                bench.arrived();
            }
        }
        assertThat(bench.arrived()).hasSize(EVENTS + 3);
        leaveSomethingThatIsNoRecord(outbox);
    }

    /** As a broken disk, or a program of another version, can leave it behind. */
    private static void leaveSomethingThatIsNoRecord(FileOutbox outbox) {
        List<EncodedRecord> broken = List.of(SampleEncodedRecords.detailed(1, 1));
        outbox.append(Clearances.detailed(1), broken);
        outbox.settle(broken, Settlement.Delivered.at(Instant.now()));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void findsTheRecordsOfALayerBehindThoseOfAnother() {
        assertThat(bench.get("/?layer=base").body())
                .contains("base_telemetry.first_seen", "base_telemetry.heartbeat")
                .doesNotContain("Nothing of that kind was sent");
    }

    @Test
    void findsTheOldestByAWord() {
        assertThat(bench.get("/?q=FIRST.of").body()).contains(">first.of.all<");
        assertThat(bench.get("/?q=never.was").body()).contains("Nothing of that kind was sent");
    }

    @Test
    void countsEveryDayOfTheChartInFull() {
        assertThat(bench.get("/").body()).contains("In the last 30 days: 2 base, 2\u202F402 product events");
    }

    @Test
    void saysWhereTheListIsCut() {
        assertThat(bench.get("/").body())
                .contains("There are 2\u202F404. The last 1\u202F000 are shown here", "Page 1 of 50");
        assertThat(bench.get("/?page=49").body()).contains("Page 50 of 50").doesNotContain(">Older<");
        assertThat(bench.get("/?layer=base").body()).doesNotContain("are shown here");
    }

    @Test
    void downloadsAllOfItAndCountsWhatIsNoRecord() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(bench.get("/download/sent.json").body());

        assertThat(document.path("sent")).hasSize(EVENTS + 3);
        assertThat(document.path("unreadable").asInt()).isEqualTo(1);
        assertThat(StreamSupport.stream(document.path("sent").spliterator(), false)
                        .map(sent -> sent.path("record").path("eventName").asText()))
                .contains("base_telemetry.first_seen", "first.of.all", "timer.started");
    }

    /** A receiver that is sent the download takes the same from it. */
    @Test
    void downloadsWhatWasReceived() throws Exception {
        JsonNode document =
                new ObjectMapper().readTree(bench.get("/download/sent.json").body());
        String logs = StreamSupport.stream(document.path("sent").spliterator(), false)
                .map(sent -> sent.path("record").toString())
                .collect(Collectors.joining(","));
        try (RecordingOtlpReceiver other = RecordingOtlpReceiver.start()) {
            HttpRequest request = HttpRequest.newBuilder(other.logsEndpoint())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[" + logs + "]}]}]}"))
                    .build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

            assertThat(said(other.records())).hasSize(EVENTS + 3).isEqualTo(said(bench.records()));
        }
    }

    /** All that a record says; in which order the fields of protobuf stand is no part of that. */
    private static Set<List<Object>> said(List<ReceivedRecord> records) {
        return records.stream()
                .map(record -> List.<Object>of(
                        record.eventName(),
                        record.body(),
                        record.severity(),
                        record.time(),
                        record.observedTime(),
                        record.attributes()))
                .collect(Collectors.toSet());
    }

    @Test
    void showsWhatWasReceived() {
        ReceivedRecord beat = bench.records().stream()
                .filter(record -> record.eventName().equals("base_telemetry.heartbeat"))
                .findFirst()
                .orElseThrow();

        String page = bench.get("/?layer=base").body();

        beat.fields().forEach((key, value) -> assertThat(page).contains("<dt>" + key + "</dt><dd>" + value + "</dd>"));
        assertThat(page).contains(beat.uid());
    }

    @Test
    void downloadsADocumentWhereThereIsNothing() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(bench.get("/download/preview.json").body());

        assertThat(document.path("records").isArray()).isTrue();
        assertThat(document.path("records")).isEmpty();
        assertThat(document.path("unreadable").asInt()).isZero();
    }
}
