package io.aboveboard.testkit.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecordingOtlpReceiverIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] EXPORT =
            Exports.of(Exports.log("timer.started")).toByteArray();

    private final RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void decodesWhatStandsInALogRecord() throws Exception {
        post(EXPORT);
        assertThat(receiver.records()).singleElement().satisfies(record -> {
            assertThat(record.eventName()).isEqualTo("timer.started");
            assertThat(record.body()).isEqualTo("timer.started");
            assertThat(record.severity()).isEqualTo(9);
            assertThat(record.time()).isEqualTo(Instant.ofEpochSecond(1_700_000_000, 123_456_789));
            assertThat(record.observedTime()).isEqualTo(Instant.ofEpochSecond(1_700_000_001));
            assertThat(record.identity()).isEqualTo("42");
            assertThat(record.detailed()).isTrue();
            assertThat(record.uid()).isEqualTo("uid-1");
            assertThat(record.scope()).isEqualTo("timetracker.telemetry");
            assertThat(record.resource()).containsExactly(entry("service.name", "timetracker"));
        });
    }

    @Test
    void keepsOrderAndTypesOfAttributes() throws Exception {
        post(EXPORT);
        ReceivedRecord record = receiver.records().get(0);
        assertThat(record.attributes().keySet())
                .containsExactly("event_name", "identity", "detailed", "log.record.uid", "count", "ratio", "tags");
        assertThat(record.fields())
                .containsExactly(entry("count", Long.MAX_VALUE), entry("ratio", 0.5), entry("tags", List.of("a", "b")));
    }

    @Test
    void keepsTheBytesOfARecordAsTheyStoodOnTheWire() throws Exception {
        // Event name before body: not the order in which the official classes would write it.
        byte[] odd = {0x62, 1, 'x', 0x2a, 3, 0x0a, 1, 'y'};
        post(nested(0x0a, nested(0x12, nested(0x12, odd))));
        assertThat(receiver.records()).singleElement().satisfies(record -> {
            assertThat(record.eventName()).isEqualTo("x");
            assertThat(record.body()).isEqualTo("y");
            assertThat(record.encoded()).isEqualTo(ByteString.copyFrom(odd));
        });
    }

    @Test
    void keepsHeadersAndBodyOfTheRequest() throws Exception {
        byte[] zipped = gzip(EXPORT);
        send(request(zipped).header("Content-Encoding", "gzip").header("Authorization", "Basic eA=="));
        assertThat(receiver.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v1/logs");
            assertThat(request.header("AUTHORIZATION")).isEqualTo("Basic eA==");
            assertThat(request.header("absent")).isEmpty();
            assertThat(request.body()).isEqualTo(ByteString.copyFrom(zipped));
            assertThat(request.problem()).isEmpty();
        });
        assertThat(receiver.records()).extracting(ReceivedRecord::eventName).containsExactly("timer.started");
    }

    @Test
    void readsBodiesSentInChunks() throws Exception {
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(EXPORT));
        HttpResponse<byte[]> response = send(request(chunked).expectContinue(true));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(receiver.requests().get(0).header("transfer-encoding")).isEqualTo("chunked");
        assertThat(receiver.records()).hasSize(1);
    }

    @Test
    void decodesJsonLikeProtobuf() throws Exception {
        String json = """
                {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"s"}}]},
                "scopeLogs":[{"scope":{"name":"s.telemetry"},"logRecords":[{"timeUnixNano":"1700000000123456789",
                "severityNumber":9,"eventName":"e","body":{"stringValue":"e"},"unheardOf":[1],
                "traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174","flags":1,
                "attributes":[{"key":"n","value":{"intValue":"-7"}},{"key":"d","value":{"doubleValue":1.5}}]}]}]}]}
                """;
        HttpResponse<byte[]> response =
                send(request(json.getBytes(StandardCharsets.UTF_8)).setHeader("Content-Type", "application/json"));
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
        assertThat(receiver.records()).singleElement().satisfies(record -> {
            assertThat(record.attributes()).containsExactly(entry("n", -7L), entry("d", 1.5));
            assertThat(record.time()).isEqualTo(Instant.ofEpochSecond(1_700_000_000, 123_456_789));
            assertThat(record.encoded().size()).isPositive();
        });
    }

    @Test
    void answersAsScriptedAndThenAsAReceiverShould() throws Exception {
        receiver.answerNext(
                OtlpAnswer.status(503).withHeader("Retry-After", "120").withHeader("Date", "yesterday"),
                OtlpAnswer.partialSuccess(2, "too old"));
        HttpResponse<byte[]> busy = post(EXPORT);
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("retry-after")).hasValue("120");
        assertThat(busy.headers().allValues("date")).containsExactly("yesterday");
        assertThat(post(EXPORT).body()).contains("too old".getBytes(StandardCharsets.UTF_8));
        assertThat(post(EXPORT).statusCode()).isEqualTo(200);
        assertThat(receiver.records()).hasSize(3);
    }

    @Test
    void keepsToAStandingAnswer() throws Exception {
        receiver.answerNext(OtlpAnswer.status(500));
        receiver.answerAlways(OtlpAnswer.status(204));
        assertThat(post(EXPORT).statusCode()).isEqualTo(204);
        assertThat(post(EXPORT).statusCode()).isEqualTo(204);
    }

    @Test
    void hangsUpWithoutAnAnswer() {
        receiver.answerAlways(OtlpAnswer.hangUp());
        assertThatThrownBy(() -> post(EXPORT)).isInstanceOf(IOException.class);
        assertThat(receiver.records()).isNotEmpty();
    }

    @Test
    void recordsARequestWhoseAnswerItHoldsBack() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        receiver.answerNext(OtlpAnswer.accepted().heldUntil(gate));
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request(EXPORT).build(), BodyHandlers.ofByteArray());
        assertThat(receiver.awaitRecords(1, SOON)).hasSize(1);
        assertThat(response).isNotDone();
        gate.countDown();
        assertThat(response.get().statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoExportOfLogsButKeepsIt() throws Exception {
        byte[] twice = Exports.of(Exports.log("e").toBuilder()
                        .addAttributes(Exports.text("identity", "43"))
                        .build())
                .toByteArray();
        assertThat(post(new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
        assertThat(post(twice).statusCode()).isEqualTo(400);
        assertThat(send(request(EXPORT).setHeader("Content-Type", "text/html")).statusCode())
                .isEqualTo(400);
        assertThat(send(request(EXPORT).header("Content-Encoding", "br")).statusCode())
                .isEqualTo(400);
        assertThat(send(request(EXPORT).uri(receiver.baseEndpoint().resolve("/v1/traces")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(receiver.requests()).hasSize(5);
        assertThat(receiver.requests().get(1).problem()).contains("twice: identity");
    }

    @Test
    void complainsWhenTooFewRecordsComeInTime() throws Exception {
        post(EXPORT);
        assertThatThrownBy(() -> receiver.awaitRecords(2, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 2 records within PT0.001S, got 1")
                .hasMessageContaining("timer.started");
        assertThat(receiver.awaitRequests(1, Duration.ZERO)).hasSize(1);
    }

    @Test
    void countsConnectionsSoThatSilenceCanBeShown() throws Exception {
        assertThat(receiver.connections()).isZero();
        post(EXPORT);
        assertThat(receiver.connections()).isEqualTo(1);
    }

    @Test
    void closesItsPortAndComesBackOnTheSame() throws Exception {
        URI endpoint = receiver.logsEndpoint();
        receiver.close();
        receiver.close();
        assertThatThrownBy(() -> post(EXPORT)).isInstanceOf(ConnectException.class);
        try (RecordingOtlpReceiver back = RecordingOtlpReceiver.startOn(receiver.port())) {
            assertThat(back.logsEndpoint()).isEqualTo(endpoint);
            assertThat(post(EXPORT).statusCode()).isEqualTo(200);
            assertThat(back.records()).hasSize(1);
        }
    }

    @Test
    void endsAHeldAnswerWhenClosed() {
        receiver.answerNext(OtlpAnswer.accepted().heldUntil(new CountDownLatch(1)));
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request(EXPORT).build(), BodyHandlers.ofByteArray());
        assertThat(response).isNotDone();
        receiver.close();
        assertThatThrownBy(response::get).hasCauseInstanceOf(IOException.class);
    }

    private HttpResponse<byte[]> post(byte[] body) throws Exception {
        return send(request(body));
    }

    private HttpResponse<byte[]> send(java.net.http.HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private java.net.http.HttpRequest.Builder request(byte[] body) {
        return request(BodyPublishers.ofByteArray(body));
    }

    private java.net.http.HttpRequest.Builder request(BodyPublisher body) {
        return java.net.http.HttpRequest.newBuilder(receiver.logsEndpoint())
                .timeout(SOON)
                .header("Content-Type", "application/x-protobuf")
                .POST(body);
    }

    private static byte[] nested(int tag, byte[] content) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(tag);
        message.write(content.length);
        message.writeBytes(content);
        return message.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(content);
        }
        return zipped.toByteArray();
    }
}
