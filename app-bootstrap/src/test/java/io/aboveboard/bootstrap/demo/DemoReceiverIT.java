package io.aboveboard.bootstrap.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoReceiverIT {
    private static final String BASIC = "Basic " + Base64.getEncoder().encodeToString(Stage.TOKEN.getBytes(UTF_8));
    private static final byte[] EXPORT = ExportLogsServiceRequest.newBuilder()
            .addResourceLogs(ResourceLogs.newBuilder()
                    .addScopeLogs(ScopeLogs.newBuilder()
                            .addLogRecords(LogRecord.newBuilder().setEventName("one"))
                            .addLogRecords(LogRecord.newBuilder().setEventName("two"))))
            .build()
            .toByteArray();

    private DemoReceiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = DemoReceiver.start();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(receiver.endpoint()).hasScheme("http").hasHost("127.0.0.1");
    }

    @Test
    void takesAnExportInPlain() throws Exception {
        HttpResponse<byte[]> response = send(post(EXPORT));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-protobuf");
        assertThat(response.body()).isEmpty();
        assertThat(receiver.arrivals().all())
                .extracting(record -> record.eventName())
                .containsExactly("one", "two");
    }

    @Test
    void takesAnExportInGzip() throws Exception {
        HttpResponse<byte[]> response = send(post(gzip(EXPORT)).header("Content-Encoding", "gzip"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(receiver.arrivals().all()).hasSize(2);
    }

    @Test
    void refusesAnotherPath() throws Exception {
        URI other = receiver.endpoint().resolve("/v1/logs/more");

        assertRefused(send(post(EXPORT).uri(other)), 404, "logs go to /v1/logs");
    }

    @Test
    void refusesAnotherMethod() throws Exception {
        assertRefused(send(post(EXPORT).GET()), 405, "logs are posted");
    }

    @Test
    void refusesAnotherToken() throws Exception {
        assertRefused(send(post(EXPORT).setHeader("Authorization", "Basic x")), 401, "the token is not the demo's");
    }

    @Test
    void refusesAnotherType() throws Exception {
        HttpRequest.Builder json = post(EXPORT).setHeader("Content-Type", "application/json");

        assertRefused(send(json), 415, "only application/x-protobuf is taken");
    }

    @Test
    void refusesAnotherEncoding() throws Exception {
        HttpRequest.Builder brotli = post(EXPORT).header("Content-Encoding", "br");

        assertRefused(send(brotli), 415, "only gzip is taken, or no encoding");
    }

    @Test
    void refusesWhatIsNoExport() throws Exception {
        assertRefused(send(post("no protobuf".getBytes(UTF_8))), 400, "the body is no export of logs");
    }

    @Test
    void refusesWhatIsNoGzip() throws Exception {
        HttpRequest.Builder plain = post(EXPORT).header("Content-Encoding", "gzip");

        assertRefused(send(plain), 400, "the body is no complete gzip");
    }

    @Test
    void refusesHalfAGzip() throws Exception {
        byte[] whole = gzip(EXPORT);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertRefused(send(post(half).header("Content-Encoding", "gzip")), 400, "the body is no complete gzip");
    }

    @Test
    void refusesWhatIsLargerUnzippedThanItReads() throws Exception {
        byte[] bomb = gzip(new byte[RequestBody.MAX_BYTES + 1]);

        assertRefused(send(post(bomb).header("Content-Encoding", "gzip")), 413, "at most 4194304 bytes are taken");
    }

    private void assertRefused(HttpResponse<byte[]> response, int status, String why) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(new String(response.body(), UTF_8)).endsWith(why);
        assertThat(receiver.arrivals().all()).isEmpty();
    }

    private HttpRequest.Builder post(byte[] body) {
        return HttpRequest.newBuilder(receiver.endpoint().resolve("/v1/logs"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", BASIC)
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }
}
