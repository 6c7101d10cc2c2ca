package io.aboveboard.adapter.sink.otlp.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.sink.otlp.answer.AnswerTable;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.server.Misbehaviours;
import io.aboveboard.adapter.sink.otlp.server.RawServer;
import io.aboveboard.adapter.sink.otlp.tls.TestAuthority;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that stall, break off and lie, over plain sockets and within TLS. */
@Tag("thorough")
@Proves({Promise.P13, Promise.P16})
class MisbehavingServerIT {
    private static final byte[] MESSAGE = "a protobuf message".getBytes(StandardCharsets.UTF_8);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final String BROKEN_OFF = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this";

    private static TestAuthority authority;
    private static TlsSettings trusting;

    /** The first request of a JVM takes the time it takes to load the client. */
    @BeforeAll
    static void warmUp(@TempDir Path folder) throws Exception {
        authority = TestAuthority.in(folder);
        authority.issue("server");
        trusting = TlsSettings.defaults().trusting(authority.certificatePem("ca"));
        for (String scheme : List.of("http", "https")) {
            try (RawServer server = serve(scheme, Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n"))) {
                assertThat(answered(post(scheme, server, AMPLE)).status()).isEqualTo(204);
            }
        }
    }

    static Stream<Arguments> beginnings() {
        return Stream.of(
                        "",
                        "HTTP/1.1 200 OK\r\nContent-Le",
                        "HTTP/1.1 100 Continue\r\n\r\n",
                        "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n")
                .flatMap(begin -> Stream.of(Arguments.of("http", begin), Arguments.of("https", begin)));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    @Fault("C13")
    void givesUpOnAnAnswerThatDoesNotCome(String scheme, String begin) throws Exception {
        try (RawServer server = serve(scheme, Misbehaviours.says(begin))) {
            assertThat(post(scheme, server, TIMEOUT))
                    .isEqualTo(new Exchange.Unanswered(Exchange.Step.ANSWER, "no answer within 1.0 s"));
            assertThat(server.awaitHangUps(1)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    @Fault("C13")
    void keepsTheStatusOfAnAnswerWhoseBodyStalls(String scheme) throws Exception {
        String stalling = "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 100\r\n\r\nonly this";
        try (RawServer server = serve(scheme, Misbehaviours.says(stalling))) {
            ServerAnswer answer = answered(post(scheme, server, TIMEOUT));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).isEqualTo("7");
            assertThat(answer.completeness()).isEqualTo(ServerAnswer.Body.BROKEN);
            assertThat(answer.body()).isEmpty();
            assertThat(server.awaitHangUps(1)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    @Fault("C13")
    void cutsOffAnAnswerThatDripsForEver(String scheme) throws Exception {
        try (RawServer server = serve(scheme, Misbehaviours.drips())) {
            assertThat(answered(post(scheme, server, TIMEOUT)).completeness()).isEqualTo(ServerAnswer.Body.BROKEN);
            assertThat(server.awaitHangUps(1)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    @Fault("C11")
    void reportsAConnectionThatIsReset(String scheme) throws Exception {
        try (RawServer server = serve(scheme, Misbehaviours.resets())) {
            assertThat(post(scheme, server, AMPLE))
                    .isEqualTo(new Exchange.Unanswered(
                            Exchange.Step.ANSWER, "the connection broke off before there was an answer"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    @Fault("C11")
    @Proves(Promise.P9)
    void sendsTheSameBytesAgainAfterABodyThatWasReset(String scheme) throws Exception {
        RawServer.Behaviour reset = (socket, out) -> {
            Misbehaviours.says(BROKEN_OFF).on(socket, out);
            Misbehaviours.resets().on(socket, out);
        };
        RawServer.Behaviour accepts = Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n");
        try (RawServer server = serve(scheme, Misbehaviours.inTurn(reset, accepts));
                OtlpHttpClient client = client(scheme, server, AMPLE)) {
            // A reset may overtake the head of the answer.
            assertThat(client.post(MESSAGE).await())
                    .satisfiesAnyOf(
                            exchange -> assertThat(verdict(exchange)).isInstanceOf(Verdict.Retry.class),
                            exchange -> assertThat(exchange).isInstanceOf(Exchange.Unanswered.class));
            assertThat(verdict(client.post(MESSAGE).await())).isEqualTo(new Verdict.Delivered(""));

            assertThat(server.bodies()).hasSize(2);
            assertThat(Gzip.expand(server.bodies().get(0), 100)).isEqualTo(MESSAGE);
            assertThat(server.bodies().get(1)).isEqualTo(server.bodies().get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    @Fault("C11")
    void reportsABodyThatBreaksOff(String scheme) throws Exception {
        try (RawServer server = serve(scheme, Misbehaviours.saysAndHangsUp(BROKEN_OFF))) {
            ServerAnswer answer = answered(post(scheme, server, AMPLE));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.completeness()).isEqualTo(ServerAnswer.Body.BROKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void readsNoMoreThanFourMebibytes(String scheme) throws Exception {
        try (RawServer server = serve(scheme, Misbehaviours.neverEnds())) {
            ServerAnswer answer = answered(post(scheme, server, AMPLE));

            assertThat(answer.completeness()).isEqualTo(ServerAnswer.Body.OVERSIZED);
            assertThat(answer.body()).isEmpty();
            assertThat(server.awaitHangUps(1)).isTrue();
        }
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(Misbehaviours.headersNeverEnd(), Misbehaviours.says("SSH-2.0-OpenSSH_9.2\r\n"))
                .flatMap(behaviour -> Stream.of(Arguments.of("http", behaviour), Arguments.of("https", behaviour)));
    }

    /** By itself the JDK's client would keep each of these connections for ever. */
    @ParameterizedTest
    @MethodSource("unreadable")
    void letsGoOfAConnectionWhoseAnswerCannotBeRead(String scheme, RawServer.Behaviour unreadable) throws Exception {
        RawServer.Behaviour accepts = Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n");
        try (RawServer server = serve(scheme, Misbehaviours.inTurn(unreadable, accepts));
                OtlpHttpClient client = client(scheme, server, AMPLE)) {
            assertThat(client.post(MESSAGE).await()).isInstanceOf(Exchange.Unanswered.class);
            assertThat(verdict(client.post(MESSAGE).await())).isEqualTo(new Verdict.Delivered(""));
            Collected.requireThatClientsCanBeClosed();
            assertThat(server.awaitHangUps(1)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    @Fault("C11")
    void takesChunksThatAreNoneForABrokenBody(String scheme) throws Exception {
        String lie = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nno size\r\n{}\r\n0\r\n\r\n";
        try (RawServer server = serve(scheme, Misbehaviours.says(lie))) {
            Exchange exchange = post(scheme, server, AMPLE);

            assertThat(answered(exchange).completeness()).isEqualTo(ServerAnswer.Body.BROKEN);
            assertThat(verdict(exchange)).isInstanceOf(Verdict.Retry.class);
            assertThat(server.awaitHangUps(1)).isTrue();
        }
    }

    /** What a server says too much must not be taken for its answer to the next request. */
    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    @Fault("C1")
    void takesNothingThatComesAfterAnAnswerForTheNext(String scheme) throws Exception {
        String tooMuch = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 204 No Content\r\n\r\n";
        try (RawServer server =
                        serve(scheme, Misbehaviours.inTurn(Misbehaviours.says(tooMuch), Misbehaviours.isSilent()));
                OtlpHttpClient client = client(scheme, server, TIMEOUT)) {
            assertThat(answered(client.post(MESSAGE).await()).body()).asString().isEqualTo("{}");
            assertThat(client.post(MESSAGE).await()).isInstanceOf(Exchange.Unanswered.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    @Fault("C1")
    void takesASwitchOfProtocolsForNoAcknowledgement(String scheme) throws Exception {
        String switching = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
        try (RawServer server = serve(scheme, Misbehaviours.says(switching))) {
            Exchange exchange = post(scheme, server, TIMEOUT);

            assertThat(exchange).isInstanceOf(Exchange.Unanswered.class);
            assertThat(server.awaitHangUps(1)).isTrue();
        }
    }

    private static RawServer serve(String scheme, RawServer.Behaviour behaviour) throws Exception {
        return "https".equals(scheme)
                ? RawServer.start(authority.serverContext("server").getServerSocketFactory(), behaviour)
                : RawServer.start(behaviour);
    }

    private static Exchange post(String scheme, RawServer server, Duration timeout) {
        try (OtlpHttpClient client = client(scheme, server, timeout)) {
            return client.post(MESSAGE).await();
        }
    }

    private static OtlpHttpClient client(String scheme, RawServer server, Duration timeout) {
        return new OtlpHttpClient(
                new OtlpSinkConfig(server.endpoint(scheme), Map.of(), timeout, true, trusting, false), "test");
    }

    private static ServerAnswer answered(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        return ((Exchange.Answered) exchange).answer();
    }

    private static Verdict verdict(Exchange exchange) {
        return AnswerTable.verdict(answered(exchange), 1, Instant.EPOCH);
    }
}
