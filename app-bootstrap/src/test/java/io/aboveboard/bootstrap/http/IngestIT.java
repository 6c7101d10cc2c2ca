package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of any language record events by the same rules as a Java call. */
class IngestIT {
    private static final String JSON = "Content-Type: application/json";
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0";

    private HttpBench bench;

    @BeforeEach
    void start() {
        bench = HttpBench.start();
        bench.aboveboard().flush(Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void sayYes() {
        bench.aboveboard().consent().grant(Actor.cli());
    }

    private JsonNode post(String body) throws IOException {
        RawAnswer answer = bench.write("POST", "/v1/events", body, JSON);
        assertThat(answer.status()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private List<String> delivered() {
        bench.aboveboard().flush(Duration.ofMinutes(1));
        return bench.sink().records().stream()
                .map(record -> new String(record.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    @Fault("H9")
    @Proves(Promise.P1)
    void takesNothingWithoutAYes() throws IOException {
        JsonNode answer = post("{\"events\":[{\"name\":\"timer.started\"},{\"name\":\"timer.stopped\"}]}");

        assertThat(answer.path("accepted").asInt()).isZero();
        assertThat(answer.path("reason").asText()).isEqualTo("no_consent");
        assertThat(bench.aboveboard().transparency().status().outbox().detailed())
                .isZero();
        sayYes();
        assertThat(delivered()).noneMatch(record -> record.contains("timer."));
    }

    @Test
    @Fault("H7")
    void judgesEachEventOfABatch() throws IOException {
        sayYes();

        JsonNode answer = post(
                """
                {"events":[
                  {"id":"1","name":"timer.started","user_id":42,"timestamp":"NOW",
                   "properties":{"project_id":7,"billable":true,"rate":1.5,"note":"x"}},
                  {"name":"base_telemetry.heartbeat"},
                  {"name":"not a name"},
                  {"name":"timer.stopped","user_id":{}},
                  {"name":"timer.stopped","timestamp":"yesterday"},
                  {"name":"timer.stopped","properties":[]},
                  {"name":"timer.stopped","colour":"red"},
                  7,
                  {"id":"1","name":"timer.started"},
                  {"id":"","name":"timer.started"},
                  {"name":"timer.stopped","user_id":"42"}]}""".replace("NOW", Instant.now().atOffset(ZoneOffset.ofHours(1)).toString()));

        assertThat(answer.path("accepted").asInt()).isEqualTo(3);
        assertThat(answer.path("reason").isNull()).isTrue();
        assertThat(StreamSupport.stream(answer.path("rejected").spliterator(), false)
                        .map(rejection -> rejection.path("index").asInt() + " "
                                + rejection.path("code").asText()))
                .containsExactly(
                        "1 reserved_name",
                        "2 invalid_name",
                        "3 invalid_event",
                        "4 invalid_event",
                        "5 invalid_event",
                        "6 invalid_event",
                        "7 invalid_event",
                        "9 invalid_event");
        assertThat(delivered())
                .filteredOn(record -> record.contains("timer.started"))
                .hasSize(1);
        assertThat(delivered())
                .filteredOn(record -> record.contains("timer.stopped"))
                .hasSize(1);
    }

    @Test
    @Fault("H7")
    void refusesWhatHappenedTooLongAgoOrHasYetToHappen() throws IOException {
        sayYes();
        Instant now = Instant.now();

        JsonNode answer = post("{\"events\":["
                + Stream.of(
                                now.minusSeconds(7 * 86_400),
                                now.plusSeconds(3_600),
                                Instant.parse("2300-01-01T00:00:00Z"),
                                now)
                        .map(at -> "{\"name\":\"timer.started\",\"timestamp\":\"" + at + "\"}")
                        .collect(Collectors.joining(","))
                + "]}");

        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected"))
                .extracting(rejection -> rejection.path("code").asText())
                .containsExactly("invalid_timestamp", "invalid_timestamp", "invalid_timestamp");
        assertThat(delivered())
                .filteredOn(record -> record.contains("timer.started"))
                .hasSize(1);
    }

    @Test
    @Fault("H7")
    void storesTheSameIdOnce() throws IOException {
        sayYes();
        String event = "{\"events\":[{\"id\":\"order-17\",\"name\":\"order.placed\"}]}";

        assertThat(post(event).path("accepted").asInt()).isEqualTo(1);
        assertThat(post(event).path("accepted").asInt()).isEqualTo(1);
        delivered();
        assertThat(post(event).path("accepted").asInt()).isEqualTo(1);

        assertThat(delivered())
                .filteredOn(record -> record.contains("order.placed"))
                .hasSize(1);
    }

    @ParameterizedTest
    @Fault("H8")
    @ValueSource(
            strings = {
                "",
                "a\\r\\nb",
                "a.\\u001b[31mb",
                "a\\u202eb",
                "base_telemetry.first_seen",
                "Telemetry.install",
                "$pageview"
            })
    void takesNoNameThatIsNone(String name) throws IOException {
        sayYes();

        JsonNode answer = post("{\"events\":[{\"name\":\"" + name + "\"}]}");

        assertThat(answer.path("rejected").path(0).path("code").asText()).isIn("invalid_name", "reserved_name");
    }

    @Test
    @Fault("H8")
    void takesNoNameThatIsTooLong() throws IOException {
        sayYes();

        assertThat(post("{\"events\":[{\"name\":\"" + "a".repeat(257) + "\"}]}")
                        .path("accepted")
                        .asInt())
                .isZero();
    }

    @Test
    @Proves(Promise.P11)
    void tellsOfTheRequestOnlyWhatMayBeTold() throws IOException {
        sayYes();

        post(
                "{\"events\":[{\"name\":\"page.opened\",\"context\":{\"path\":\"/projects/7?token=canary#x\",\"user_agent\":\""
                        + FIREFOX + "\"}}]}");

        String record = delivered().stream()
                .filter(text -> text.contains("page.opened"))
                .findFirst()
                .orElseThrow();
        assertThat(record)
                .contains("/projects/7", "Firefox", "desktop", "Windows")
                .doesNotContain("canary", "Gecko", "133.0");
    }

    @Test
    void takesWhatAnOpenTelemetrySdkSends() throws Exception {
        LogRecord record = LogRecord.newBuilder()
                .setEventName("timer.started")
                .setTimeUnixNano(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()))
                .addAttributes(attribute("user.id", "42"))
                .addAttributes(attribute("project_id", "7"))
                .build();
        ExportLogsServiceRequest.Builder export = ExportLogsServiceRequest.newBuilder();
        export.addResourceLogsBuilder().addScopeLogsBuilder().addLogRecords(record);

        ExportLogsServiceResponse refused = export(export.build());
        sayYes();
        ExportLogsServiceResponse taken = export(export.build());

        assertThat(refused.getPartialSuccess().getRejectedLogRecords()).isEqualTo(1);
        assertThat(refused.getPartialSuccess().getErrorMessage()).contains("no_consent");
        assertThat(taken.hasPartialSuccess()).isFalse();
        assertThat(delivered())
                .filteredOn(text -> text.contains("timer.started"))
                .hasSize(1);
    }

    @Test
    void takesOtlpAsJson() throws IOException {
        sayYes();

        RawAnswer answer = bench.write(
                "POST",
                "/v1/logs",
                """
                {"resourceLogs":[{"resource":{"attributes":[{"key":"host.name","value":{"stringValue":"canary"}}]},
                 "scopeLogs":[{"logRecords":[{"timeUnixNano":"NOW","severityNumber":9,"traceId":"5B8EFFF798038103D269B633813FC60C",
                 "attributes":[{"key":"event.name","value":{"stringValue":"timer.started"}},
                               {"key":"enduser.id","value":{"intValue":"42"}},
                               {"key":"tags","value":{"arrayValue":{"values":[{"stringValue":"a"}]}}}],"unknown":{}}]}]}]}""".replace("NOW", String.valueOf(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()))),
                JSON);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{ }");
        assertThat(delivered())
                .filteredOn(text -> text.contains("timer.started"))
                .singleElement()
                .asString()
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceLogs\":7}",
                "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":\"x\"}]}]}]}",
                "[]"
            })
    void refusesOtlpThatIsNone(String body) {
        assertThat(bench.write("POST", "/v1/logs", body, JSON).status()).isEqualTo(400);
        assertThat(bench.write("POST", "/v1/logs", "\u0001" + body, "Content-Type: application/x-protobuf")
                        .status())
                .isEqualTo(400);
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private ExportLogsServiceResponse export(ExportLogsServiceRequest request)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(bench.server().address() + "/v1/logs"))
                                .header("Content-Type", "application/x-protobuf")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(request.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-protobuf");
        return ExportLogsServiceResponse.parseFrom(response.body());
    }
}
