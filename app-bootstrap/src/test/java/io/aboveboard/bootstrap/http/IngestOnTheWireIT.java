package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other programs hand in, as it arrives at the receiver. */
class IngestOnTheWireIT {
    private static final String JSON = "application/json";
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0";

    private WireBench bench;

    @BeforeEach
    void start() {
        bench = WireBench.start();
        bench.aboveboard().consent().grant(Actor.cli());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private ReceivedRecord arrived(String name) {
        return Objects.requireNonNull(arrived().get(name), name);
    }

    private Map<String, ReceivedRecord> arrived() {
        bench.arrived();
        return bench.records().stream()
                .filter(ReceivedRecord::detailed)
                .collect(Collectors.toMap(ReceivedRecord::eventName, record -> record));
    }

    @Test
    @Fault("I3")
    @Proves(Promise.P11)
    void areOfTheUserByTheInternalIdAndByAHashOfAnythingElse() {
        bench.post("/v1/events", JSON, """
                {"events":[{"name":"of.number","user_id":42},{"name":"of.text","user_id":"42"},
                 {"name":"of.mail","user_id":"canary@example.org"},{"name":"of.nobody"}]}""");
        bench.post(
                "/v1/logs",
                JSON,
                logs(
                        log("of.user", "user.id", "42"),
                        log("of.end.user", "enduser.id", "42"),
                        log("of.both", "user.id", "42\"}},{\"key\":\"enduser.id\",\"value\":{\"stringValue\":\"43"),
                        log("of.mailed", "enduser.id", "canary@example.org")));

        for (String name : List.of("of.number", "of.text", "of.user", "of.end.user", "of.both")) {
            assertThat(arrived(name).identity()).as(name).isEqualTo("42");
            assertThat(arrived(name).attributes()).doesNotContainKeys("user.id", "enduser.id", "user_id");
        }
        assertThat(arrived("of.mail").identity())
                .matches("[0-9a-f]{64}")
                .isEqualTo(arrived("of.mailed").identity());
        assertThat(arrived("of.nobody").identity())
                .isEqualTo(String.valueOf(
                        bench.aboveboard().transparency().status().installId()));
        assertThat(bench.records().toString()).doesNotContain("canary");
    }

    private static String logs(String... logs) {
        return "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[" + String.join(",", logs) + "]}]}]}";
    }

    private static String log(String name, String key, String value) {
        return "{\"eventName\":\"" + name + "\",\"attributes\":[{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\""
                + value + "\"}}]}";
    }

    @Test
    @Fault("H7")
    void areJudgedOneByOneInABatchOfAnSdk() throws IOException {
        RawAnswer answer = bench.post(
                "/v1/logs",
                JSON,
                logs(
                        log("timer.started", "n", "1"),
                        log("base_telemetry.first_seen", "n", "2"),
                        log("telemetry.install", "n", "3"),
                        log("not a name", "n", "4"),
                        log("timer.stopped", "n", "5")));

        JsonNode partial = new ObjectMapper().readTree(answer.body()).path("partialSuccess");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(partial.path("rejectedLogRecords").asText()).isEqualTo("3");
        assertThat(partial.path("errorMessage").asText()).contains("reserved_name: ", "invalid_name: ");
        assertThat(arrived()).containsOnlyKeys("telemetry.install", "timer.started", "timer.stopped");
        assertThat(arrived("telemetry.install").attributes()).doesNotContainKey("n");
    }

    @Test
    @Fault("H7")
    void areStoredOnceByTheirOwnId() {
        String same =
                logs(log("timer.started", "log.record.uid", "a-7"), log("timer.started", "log.record.uid", "a-7"));

        assertThat(bench.post("/v1/logs", JSON, same).status()).isEqualTo(200);
        bench.arrived();
        assertThat(bench.post("/v1/logs", JSON, same).status()).isEqualTo(200);

        assertThat(arrived()).containsKey("timer.started");
        assertThat(arrived("timer.started").uid()).isNotEqualTo("a-7");
    }

    @Test
    @Proves(Promise.P11)
    void sayOfTheRequestOnlyWhatMayBeToldWhicheverWayTheyCome() {
        bench.post(
                "/v1/logs",
                JSON,
                logs("{\"eventName\":\"page.opened\",\"attributes\":["
                        + "{\"key\":\"url.path\",\"value\":{\"stringValue\":\"/projects/7?token=canary\"}},"
                        + "{\"key\":\"user_agent.original\",\"value\":{\"stringValue\":\"" + FIREFOX + "\"}}]}"));
        bench.post(
                "/v1/events",
                JSON,
                "{\"events\":[{\"name\":\"page.seen\",\"context\":{\"path\":\"/projects/7?token=canary\",\"user_agent\":\""
                        + FIREFOX + "\"}}]}");

        ReceivedRecord record = arrived("page.opened");

        assertThat(record.attributes()).containsValues("/projects/7", "Firefox", "desktop", "Windows");
        assertThat(record.attributes()).doesNotContainKeys("url.path.original", "user_agent.original");
        assertThat(record.fields().keySet())
                .isEqualTo(arrived("page.seen").fields().keySet());
        assertThat(bench.records().toString()).doesNotContain("canary", "Gecko");
    }

    @Test
    @Fault("H6")
    void areReadAsDeepAndAsLongInJsonAsInProtobuf() {
        String deep = "{\"intValue\":1}";
        for (int depth = 0; depth < 6; depth++) {
            deep = "{\"kvlistValue\":{\"values\":[{\"key\":\"a\",\"value\":" + deep + "}]}}";
        }

        RawAnswer answer = bench.post(
                "/v1/logs",
                JSON,
                logs("{\"eventName\":\"timer.started\",\"body\":{\"stringValue\":\"" + "b".repeat(40_000)
                        + "\"},\"attributes\":[{\"key\":\"deep\",\"value\":" + deep + "}]}"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("partialSuccess");
        assertThat(arrived()).containsKey("timer.started");
    }
}
