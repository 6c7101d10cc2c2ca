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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                .doesNotContain("Nothing of that kind");
    }

    @Test
    void findsTheOldestByAWord() {
        assertThat(bench.get("/?q=FIRST.of").body()).contains(">first.of.all<");
        assertThat(bench.get("/?q=never.was").body()).contains("Nothing of that kind");
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

    @Test
    void downloadsADocumentWhereThereIsNothing() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(bench.get("/download/preview.json").body());

        assertThat(document.path("records").isArray()).isTrue();
        assertThat(document.path("records")).isEmpty();
        assertThat(document.path("unreadable").asInt()).isZero();
    }
}
