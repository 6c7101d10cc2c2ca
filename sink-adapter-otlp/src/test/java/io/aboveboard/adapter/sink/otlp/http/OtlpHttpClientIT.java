package io.aboveboard.adapter.sink.otlp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.server.Misbehaviours;
import io.aboveboard.adapter.sink.otlp.server.RawServer;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Proves({Promise.P13, Promise.P16})
class OtlpHttpClientIT {
    private static final byte[] MESSAGE = "a protobuf message".getBytes(StandardCharsets.UTF_8);
    private static final Duration AMPLE = Duration.ofSeconds(10);

    /** The first request of a JVM takes the time it takes to load the client. */
    @BeforeAll
    static void warmUp() throws IOException {
        try (RawServer server = RawServer.start(Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n"))) {
            assertThat(answered(post(server, AMPLE)).status()).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 abc\r\n\r\n", "\u0000\u0001\u0002\r\n\r\n"})
    void reportsAServerThatSpeaksSomethingElse(String greeting) throws Exception {
        try (RawServer server = RawServer.start(Misbehaviours.says(greeting))) {
            assertThat(post(server, AMPLE)).isInstanceOf(Exchange.Unanswered.class);
        }
    }

    @Test
    void readsABodyOfFourMebibytes() throws Exception {
        byte[] body = new byte[Reception.LARGEST_BODY];
        try (RawServer server = RawServer.start((socket, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n"));
            out.write(body);
        })) {
            assertThat(answered(post(server, AMPLE)).body()).isEqualTo(body);
        }
    }

    @Test
    void expandsACompressedAnswerWithinTheSameBound() throws Exception {
        assertThat(answered(compressed(new Gzip(Gzip.LEVEL).compress(ascii("hello"))))
                        .body())
                .isEqualTo(ascii("hello"));
        assertThat(answered(compressed(new Gzip(Gzip.LEVEL).compress(new byte[64 * 1024 * 1024])))
                        .completeness())
                .isEqualTo(ServerAnswer.Body.OVERSIZED);
        assertThat(answered(compressed(ascii("not compressed"))).completeness()).isEqualTo(ServerAnswer.Body.BROKEN);
    }

    @Test
    @Fault("C12")
    void saysThatAHostNameCannotBeResolved() {
        try (OtlpHttpClient client = client(URI.create("http://no-such-host.invalid/v1/logs"), AMPLE)) {
            assertThat(client.post(MESSAGE).await())
                    .isEqualTo(new Exchange.Unanswered(Exchange.Step.NAME, "the host name cannot be resolved"));
        }
    }

    @Test
    void waitsNoLongerOnceInterrupted() throws Exception {
        try (RawServer server = RawServer.start(Misbehaviours.says(""));
                OtlpHttpClient client = client(server.endpoint("http"), AMPLE)) {
            PendingExchange exchange = client.post(MESSAGE);
            CountDownLatch ended = new CountDownLatch(1);
            Thread waiting = new Thread(() -> {
                exchange.await();
                ended.countDown();
            });
            waiting.start();
            assertThat(server.awaitRequest()).isTrue();
            waiting.interrupt();

            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(server.awaitHangUps(1)).isTrue();
        }
    }

    private static Exchange compressed(byte[] body) throws IOException {
        try (RawServer server = RawServer.start((socket, out) -> {
            out.write(
                    ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n"));
            out.write(body);
        })) {
            return post(server, AMPLE);
        }
    }

    @Test
    @Proves(Promise.P2)
    @Fault("G5")
    void hasNothingInHandThatIsYetToBeginWhenItReturns() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService courier = Executors.newSingleThreadExecutor();
        try (RawServer server = RawServer.startImpatient(hangsUpAfter(goOn));
                OtlpHttpClient client = client(server.endpoint("https"), AMPLE)) {
            Future<PendingExchange> handingOver = courier.submit(() -> client.post(MESSAGE));
            assertThatThrownBy(() -> handingOver.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);

            goOn.countDown();
            assertThat(handingOver.get(20, TimeUnit.SECONDS).await()).isInstanceOf(Exchange.Unanswered.class);
        } finally {
            courier.shutdownNow();
        }
    }

    @Test
    @Proves({Promise.P2, Promise.P7})
    void waitsForNoReceiverThatCannotBeReachedSoon() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (RawServer server = RawServer.startImpatient(hangsUpAfter(goOn));
                OtlpHttpClient client = client(server.endpoint("https"), Duration.ofMinutes(1))) {
            PendingExchange exchange = client.post(MESSAGE);
            goOn.countDown();
            assertThat(exchange.await()).isInstanceOf(Exchange.Unanswered.class);
        }
    }

    private static RawServer.Behaviour hangsUpAfter(CountDownLatch latch) {
        return (socket, out) -> {
            awaitQuietly(latch);
            socket.close();
        };
    }

    @Test
    @Proves(Promise.P2)
    void doesNotWaitForTheAnswer() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        RawServer.Behaviour slow = (socket, out) -> {
            awaitQuietly(answer);
            out.write(ascii("HTTP/1.1 204 No Content\r\n\r\n"));
        };
        try (RawServer server = RawServer.start(slow);
                OtlpHttpClient client = client(server.endpoint("http"), AMPLE)) {
            PendingExchange exchange = client.post(MESSAGE);
            assertThat(server.awaitRequest()).isTrue();
            answer.countDown();
            assertThat(answered(exchange.await()).status()).isEqualTo(204);
        }
    }

    @Test
    @Proves(Promise.P7)
    void endsItsWaitAtAnInterruptAndPassesItOn() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (RawServer server = RawServer.startImpatient((socket, out) -> awaitQuietly(goOn));
                OtlpHttpClient client = client(server.endpoint("https"), AMPLE)) {
            Thread.currentThread().interrupt();
            PendingExchange exchange = client.post(MESSAGE);
            assertThat(exchange.await())
                    .isEqualTo(
                            new Exchange.Unanswered(Exchange.Step.ANSWER, "interrupted while waiting for the answer"));
            assertThat(Thread.interrupted()).isTrue();
            goOn.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
    }

    private static Exchange post(RawServer server, Duration timeout) {
        try (OtlpHttpClient client = client(server.endpoint("http"), timeout)) {
            return client.post(MESSAGE).await();
        }
    }

    private static OtlpHttpClient client(URI endpoint, Duration timeout) {
        return new OtlpHttpClient(
                new OtlpSinkConfig(endpoint, Map.of(), timeout, true, TlsSettings.defaults(), false), "test");
    }

    private static ServerAnswer answered(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        return ((Exchange.Answered) exchange).answer();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
