package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process with little memory outlives whoever sends it much, and nobody else is kept waiting. */
@Tag("thorough")
@Fault("H5")
@Proves({Promise.P7, Promise.P16})
class BoundedHeapIT {
    private static final int LIMIT = 1024 * 1024;
    private static final int MANY = 200;
    private static final int CALLERS = 32;
    private static final int TIMES = 3;

    private static RecordingOtlpReceiver receiver;
    private static RunningJar run;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        receiver = RecordingOtlpReceiver.start();
        Map<String, String> settings = JarSettings.reportingTo(receiver, folder);
        run = RunningJar.start(settings, "-Xmx64m", "-XX:+ExitOnOutOfMemoryError");
    }

    @AfterAll
    static void stop() {
        run.close();
        receiver.close();
    }

    @Test
    void outlivesManyBodiesAtTheLimitAtOnce() throws Exception {
        List<String> answers = atOnce(List.of(
                request("", flat()),
                request("", deep()),
                request("Content-Encoding: gzip\r\n", bomb()),
                request("", tooMuch()),
                chunked(LIMIT * 2)));

        assertThat(answers)
                .hasSize(CALLERS * TIMES)
                .allMatch(
                        status -> List.of("200", "400", "413", "503", "closed").contains(status))
                .contains("400", "413");
        assertThat(run.get("/v1/status").statusCode()).isEqualTo(200);
    }

    @Test
    void answersOthersWhileManyHoldBackTheEndOfALargeBody() throws Exception {
        byte[] unfinished = request("", flat());
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), run.port());
                slow.add(socket);
                sendAllBut(1, unfinished, socket);
            }

            long before = System.nanoTime();
            assertThat(run.get("/v1/status").statusCode()).isEqualTo(200);
            assertThat(run.post("/v1/events", "{\"events\":[{\"name\":\"a.b\"}]}")
                            .body())
                    .contains("no_consent");
            System.out.printf(
                    "two answers beside %d large bodies that do not end: %d ms%n",
                    MANY, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void sendAllBut(int bytes, byte[] request, Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(request, 0, request.length - bytes);
        } catch (SocketException refusedEarlier) {
            // Whoever was told that there is no room need not go on.
        }
    }

    private static List<String> atOnce(List<byte[]> requests) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<String>> calls = IntStream.range(0, CALLERS * TIMES)
                    .<Callable<String>>mapToObj(i -> () -> statusOf(requests.get(i % requests.size())))
                    .toList();
            List<String> answers = new ArrayList<>();
            for (Future<String> call : callers.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }

    /** A server that refuses a body and closes may cut off its own answer. */
    private static String statusOf(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), run.port())) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            String head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return head.isEmpty() ? "closed" : head.substring("HTTP/1.1 ".length());
        } catch (SocketException closed) {
            return "closed";
        }
    }

    private static byte[] request(String headers, byte[] body) {
        return joined(head(headers + "Content-Length: " + body.length), body);
    }

    private static byte[] chunked(int length) {
        byte[] chunk = joined(
                "10000\r\n".getBytes(StandardCharsets.US_ASCII),
                " ".repeat(0x10000).concat("\r\n").getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int sent = 0; sent < length; sent += 0x10000) {
            body.writeBytes(chunk);
        }
        return joined(head("Transfer-Encoding: chunked"), body.toByteArray());
    }

    private static byte[] head(String headers) {
        return ("POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1:" + run.port()
                        + "\r\nContent-Type: application/json\r\nConnection: close\r\n" + headers + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    /** As many keys as fit: the most memory that bytes can be made to cost. */
    private static byte[] flat() {
        String keys = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"" + Integer.toString(i, Character.MAX_RADIX) + "\":1")
                .collect(Collectors.joining(","));
        return ("{\"events\":[{" + keys + "}]}").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] deep() {
        return ("{\"events\":" + "[".repeat(LIMIT - 100)).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] tooMuch() {
        return " ".repeat(LIMIT + 1).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] spaces = " ".repeat(LIMIT).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream packing = new GZIPOutputStream(packed)) {
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                packing.write(spaces);
            }
        }
        return packed.toByteArray();
    }
}
