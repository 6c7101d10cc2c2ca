package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.consent.Actor;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can cost this server more than it has set aside, and nobody else waits for who is slow. */
@Tag("thorough")
@Fault("H5")
@Proves(Promise.P16)
class LimitsIT {
    private static final int LIMIT = HttpLimits.DEFAULT.bodyBytes();
    private static final String JSON = "Content-Type: application/json";
    private static final Duration LONG = Duration.ofMinutes(10);

    private HttpBench bench = HttpBench.start();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void refusesABodyThatSaysItIsTooLargeBeforeReadingIt() {
        RawAnswer answer = bench.send("POST /v1/events HTTP/1.1\r\nHost: " + bench.host() + "\r\n" + JSON
                + "\r\nContent-Length: " + (LIMIT + 1) + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("too_large");
        assertThat(answer.header("Connection")).containsExactly("close");
    }

    @Test
    void refusesABodyThatBecomesTooLarge() throws IOException {
        String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";

        assertThat(answerToEndless("Transfer-Encoding: chunked\r\n\r\n", chunk)).contains(" 413 ");
    }

    /** Sends until the server has closed, so that what it answered may be cut off with the connection. */
    private String answerToEndless(String headers, String part) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port())) {
            write(socket, "POST /v1/events HTTP/1.1\r\nHost: " + bench.host() + "\r\n" + JSON + "\r\n" + headers);
            for (int sent = 0; sent <= LIMIT + part.length(); sent += part.length()) {
                write(socket, part);
            }
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII) + " ";
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void unpacksNoMoreThanItTakes() throws IOException {
        byte[] bomb = gzipOfSpaces(200 * LIMIT);
        assertThat(bomb.length).isLessThan(LIMIT);

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port())) {
            write(
                    socket,
                    "POST /v1/events HTTP/1.1\r\nHost: " + bench.host() + "\r\n" + JSON
                            + "\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Length: " + bomb.length
                            + "\r\n\r\n");
            socket.getOutputStream().write(bomb);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413");
        }
    }

    private static byte[] gzipOfSpaces(int length) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            byte[] spaces = " ".repeat(LIMIT).getBytes(StandardCharsets.US_ASCII);
            for (int done = 0; done < length; done += LIMIT) {
                packing.write(spaces);
            }
        }
        return packed.toByteArray();
    }

    @Test
    void takesAPackedBody() throws IOException {
        bench.aboveboard().consent().grant(Actor.cli());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write("{\"events\":[{\"name\":\"a.b\"}]}".getBytes(StandardCharsets.US_ASCII));
        }
        HttpResponse<String> answer = send(HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray())));
        assertThat(answer.body()).contains("\"accepted\" : 1");
        assertThat(bench.write("POST", "/v1/events", "not packed", JSON, "Content-Encoding: gzip")
                        .body())
                .contains("invalid_gzip");
        assertThat(bench.write("POST", "/v1/events", "x", JSON, "Content-Encoding: br")
                        .status())
                .isEqualTo(415);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            request.uri(URI.create(bench.server().address() + "/v1/events"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    @Test
    void takesNoMoreThanAThousandEventsAtOnce() {
        String events = "{\"name\":\"a.b\"}" + ",{\"name\":\"a.b\"}".repeat(1_000);
        String logs = events.replace("name", "eventName");

        RawAnswer answer = bench.write("POST", "/v1/events", "{\"events\":[" + events + "]}", JSON);
        RawAnswer otlp = bench.write(
                "POST", "/v1/logs", "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[" + logs + "]}]}]}", JSON);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("too_many_events");
        assertThat(otlp.status()).isEqualTo(413);
        assertThat(otlp.body()).contains("too_many_events");
    }

    @Test
    void asksToComeAgainWhereThereIsNoRoomForAnotherLargeBody() throws IOException {
        bench.close();
        bench = HttpBench.Plan.DEFAULT
                .with(new HttpLimits(LIMIT, 8192, LONG, LONG, 256, 24, 10_000, 5_000))
                .start();
        String head = "POST /v1/events HTTP/1.1\r\nHost: " + bench.host() + "\r\n" + JSON + "\r\nContent-Length: "
                + (WholeBodies.SMALL + 1) + "\r\n\r\n";
        List<Socket> large = new ArrayList<>();
        try {
            for (int i = 0; i < WholeBodies.LARGE_AT_ONCE; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port());
                large.add(socket);
                write(socket, head + "{");
            }
            RawAnswer refused = refusedAmong(head);

            assertThat(refused.body()).contains("too_many_large_bodies");
            assertThat(refused.header("Retry-After")).containsExactly("5");
            assertThat(refused.header("Connection")).containsExactly("close");
            assertThat(bench.write("POST", "/v1/events", "{\"events\":[{\"name\":\"a.b\"}]}", JSON)
                            .status())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : large) {
                socket.close();
            }
        }
    }

    /** Those before it may not have been looked at yet: whoever waits for an answer then has a place of its own. */
    private RawAnswer refusedAmong(String head) throws IOException {
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port())) {
                socket.setSoTimeout(500);
                write(socket, head);
                return new RawAnswer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            } catch (SocketTimeoutException hasAPlace) {
                assertThat(i).isLessThan(99);
            }
        }
        throw new AssertionError("nobody was refused");
    }

    @Test
    void takesNoMoreConnectionsThanItHasSetAside() throws IOException {
        bench.close();
        bench = HttpBench.Plan.DEFAULT
                .with(new HttpLimits(LIMIT, 8192, LONG, LONG, 8, 8, 1_000, 1_000))
                .start();
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port());
                open.add(socket);
                write(socket, "GET /v1/status HTTP/1.1\r\nHost: " + bench.host() + "\r\n\r\n");
            }
            assertThat(open.stream().filter(LimitsIT::isAnswered).count()).isLessThanOrEqualTo(9);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        assertThat(bench.get("/v1/status").status()).isEqualTo(200);
    }

    private static boolean isAnswered(Socket socket) {
        try {
            socket.setSoTimeout(300);
            return socket.getInputStream().read() >= 0;
        } catch (IOException notTaken) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /PATH HTTP/1.1\r\nHost: HOST\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: HOST\r\nX-Long: PATH\r\n\r\n"
            })
    void refusesAHeadThatIsTooLarge(String request) {
        RawAnswer answer = bench.send(request.replace("HOST", bench.host()).replace("PATH", "a".repeat(20_000)));

        assertThat(answer.status()).isIn(414, 431);
    }

    @Test
    void answersOthersWhileTwoHundredAreSlow() throws IOException {
        bench.close();
        // Nobody who is slow is sent away while this runs: who is answered is answered beside them.
        bench = HttpBench.Plan.DEFAULT
                .with(new HttpLimits(LIMIT, 8192, LONG, LONG, 256, 24, 10_000, 5_000))
                .start();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port());
                slow.add(socket);
                write(
                        socket,
                        i % 2 == 0
                                ? "GET /v1/sta"
                                : "POST /v1/events HTTP/1.1\r\nHost: " + bench.host() + "\r\n" + JSON
                                        + "\r\nContent-Length: 1000\r\n\r\n{\"events\"");
            }

            long before = System.nanoTime();
            assertThat(bench.get("/v1/status").status()).isEqualTo(200);
            assertThat(bench.write("POST", "/v1/events", "{\"events\":[{\"name\":\"a.b\"}]}", JSON)
                            .status())
                    .isEqualTo(200);
            Duration taken = Duration.ofNanos(System.nanoTime() - before);
            System.out.printf("two answers beside 200 slow connections: %d ms%n", taken.toMillis());
            assertThat(taken).isLessThan(RawAnswer.PATIENCE);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void closesOnWhoNeverComesToAnEnd() throws IOException {
        bench.close();
        bench = HttpBench.Plan.DEFAULT
                .with(new HttpLimits(LIMIT, 8192, Duration.ofSeconds(30), Duration.ofMillis(500), 256, 8, 1_000, 1_000))
                .start();

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port())) {
            socket.setSoTimeout(60_000);
            write(socket, "GET /v1/status HTTP/1.1\r\nX-Slow: a");

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void saysToWhoIsTooSlowThatItWasTooSlow() throws IOException {
        bench.close();
        bench = HttpBench.Plan.DEFAULT
                .with(new HttpLimits(LIMIT, 8192, Duration.ofMillis(300), Duration.ofSeconds(60), 256, 8, 1_000, 1_000))
                .start();

        RawAnswer answer = bench.send("POST /v1/events HTTP/1.1\r\nHost: " + bench.host() + "\r\n" + JSON
                + "\r\nContent-Length: 100\r\n\r\n{\"events\"");

        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.body()).contains("too_slow");
    }
}
