package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.aboveboard.testkit.marks.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent in place of the JSON that was meant is a 400 with a code, and the next request is served. */
@Fault("H6")
class JsonIT {
    /** OTLP/JSON passes over keys that it does not know, and a request without records is one. */
    private static final Set<String> IGNORED_IN_OTLP =
            Set.of("no events", "events that are none", "something beside the events", "a long text");

    private static HttpBench bench;

    @BeforeAll
    static void start() {
        bench = HttpBench.start();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("nothing", bytes("")),
                arguments("a text", bytes("\"x\"")),
                arguments("null", bytes("null")),
                arguments("an array", bytes("[]")),
                arguments("no events", bytes("{}")),
                arguments("events that are none", bytes("{\"events\":7}")),
                arguments("something beside the events", bytes("{\"events\":[{\"name\":\"a\"}],\"x\":1}")),
                arguments("half of it", bytes("{\"events\":[{\"name\":")),
                arguments("text after it", bytes("{\"events\":[{\"name\":\"a.b\"}]} {}")),
                arguments("a key twice", bytes("{\"events\":[{\"name\":\"a.b\",\"name\":\"c.d\"}]}")),
                arguments("a number that is none", event("NaN")),
                arguments("infinity", event("Infinity")),
                arguments("a number beyond all", event("1e999999999")),
                arguments("a number of a megabyte", event("1".repeat(1_000_000))),
                arguments("depth", bytes("{\"events\":" + "[".repeat(100_000))),
                arguments("depth in a property", event("{\"a\":".repeat(100) + "1" + "}".repeat(100))),
                arguments("a long text", event("\"" + "a".repeat(100_000) + "\"")),
                arguments("a long key", event("{\"" + "k".repeat(5_000) + "\":1}")),
                arguments("a hundred thousand keys", bytes("{\"events\":[{" + keys(100_000) + "}]}")),
                arguments("a hundred thousand keys in properties", event("1}," + "\"x\":{" + keys(100_000) + "}")),
                arguments("a byte order mark", bytes("\uFEFF{\"events\":[{\"name\":\"a.b\"}]}")),
                arguments("no UTF-8", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}),
                arguments("UTF-16", "{\"events\":[{\"name\":\"a.b\"}]}".getBytes(StandardCharsets.UTF_16LE)),
                arguments("a comment", bytes("/* x */{\"events\":[{\"name\":\"a.b\"}]}")),
                arguments("single quotes", bytes("{'events':[]}")));
    }

    private static String keys(int number) {
        return IntStream.range(0, number)
                .mapToObj(key -> "\"" + Integer.toString(key, Character.MAX_RADIX) + "\":1")
                .collect(Collectors.joining(","));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] event(String value) {
        return bytes("{\"events\":[{\"name\":\"a.b\",\"properties\":{\"p\":" + value + "}}]}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void isRefusedWithACode(String what, byte[] body) throws IOException {
        assertRefused(what, send("POST /v1/events", body));
    }

    private static void assertRefused(String what, RawAnswer answer) {
        assertThat(answer.status()).as(what).isEqualTo(400);
        assertThat(answer.body()).containsPattern("\"code\" ?: ?\"[a-z_]+\"");
        assertThat(bench.get("/v1/status").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void isRefusedAsADecision(String what, byte[] body) throws IOException {
        assertRefused(what, send("PUT /v1/consent", body));
        assertThat(bench.aboveboard().consent().history()).isEmpty();
    }

    static Stream<Arguments> malformedOtlp() {
        return Stream.concat(
                malformed().filter(argument -> !IGNORED_IN_OTLP.contains(argument.get()[0].toString())),
                Stream.of(
                        arguments("a list that is none", bytes("{\"resourceLogs\":{}}")),
                        arguments("a number that is none", bytes("{\"resourceLogs\":[NaN]}")),
                        arguments("a time that is none", log("\"timeUnixNano\":\"soon\"")),
                        arguments("a number beyond all", log("\"timeUnixNano\":1e999999999")),
                        arguments("a number of a megabyte", log("\"timeUnixNano\":" + "1".repeat(1_000_000))),
                        arguments(
                                "depth",
                                log("\"body\":" + "{\"arrayValue\":{\"values\":[".repeat(100) + "]}}".repeat(100))),
                        arguments("a long key", log("\"" + "k".repeat(5_000) + "\":1")),
                        arguments("a hundred thousand keys", log(keys(100_000)))));
    }

    private static byte[] log(String field) {
        return bytes("{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{" + field + "}]}]}]}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedOtlp")
    void isRefusedAsOtlp(String what, byte[] body) throws IOException {
        assertRefused(what, send("POST /v1/logs", body));
    }

    private static RawAnswer send(String line, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port())) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(bytes(line + " HTTP/1.1\r\nHost: " + bench.host() + "\r\nAuthorization: Bearer "
                    + HttpBench.ADMIN + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                    + body.length + "\r\n\r\n"));
            request.write(body);
            socket.getOutputStream().write(request.toByteArray());
            return new RawAnswer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
