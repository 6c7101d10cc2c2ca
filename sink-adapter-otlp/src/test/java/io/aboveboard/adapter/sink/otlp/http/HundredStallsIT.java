package io.aboveboard.adapter.sink.otlp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.server.Misbehaviours;
import io.aboveboard.adapter.sink.otlp.server.RawServer;
import io.aboveboard.adapter.sink.otlp.tls.TestAuthority;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("thorough")
@Proves(Promise.P16)
class HundredStallsIT {
    private static final int WANTED = 100;
    private static final int AT_ONCE = 10;
    private static final int MOST_ROUNDS = 200;
    private static final int KEPT = Runtime.version().feature() < 21 ? 1 : 0;
    private static final Duration TIMEOUT = Duration.ofMillis(150);
    private static final Duration AMPLE = Duration.ofSeconds(20);

    private static TestAuthority authority;

    @BeforeAll
    static void certify(@TempDir Path folder) throws Exception {
        authority = TestAuthority.in(folder);
        authority.issue("server");
    }

    static Stream<Arguments> stalls() {
        return Stream.of("http", "https")
                .flatMap(scheme -> Stream.of(
                        Arguments.of(scheme, "before the headers", Misbehaviours.isSilent()),
                        Arguments.of(
                                scheme,
                                "before the body",
                                Misbehaviours.says("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")),
                        Arguments.of(scheme, "a byte now and then", Misbehaviours.drips())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("stalls")
    @Fault("C13")
    void leaveNeitherThreadsNorDescriptors(String scheme, String name, RawServer.Behaviour stall) throws Exception {
        post(scheme, Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n"), 1, AMPLE);
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        long descriptors = descriptors();

        int accepted = post(scheme, stall, WANTED, TIMEOUT);

        assertThat(accepted).as(name).isGreaterThanOrEqualTo(WANTED);
        assertThat(Collected.comesTrue(() -> moreThan(threads).isEmpty()))
                .as(() -> "threads left: " + moreThan(threads))
                .isTrue();
        assertThat(Collected.comesTrue(() -> descriptors() <= descriptors))
                .as(() -> "descriptors: " + descriptors + ", then " + descriptors())
                .isTrue();
    }

    /** A client of before Java 21 keeps the connection of such an answer for ever, and cannot be closed: one it may keep. */
    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    @Fault("C13")
    void ofAnswersThatAreNoHttpAtMostOneIsKept(String scheme) throws Exception {
        post(scheme, Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n"), 1, AMPLE);
        long descriptors = descriptors();
        try (RawServer server = RawServer.start(sockets(scheme), Misbehaviours.says("SSH-2.0-OpenSSH_9.2\r\n"));
                OtlpHttpClient client = client(server, scheme, AMPLE)) {
            for (int time = 0; time < WANTED; time++) {
                assertThat(client.post(new byte[] {1, 2, 3}).await())
                        .isEqualTo(new Exchange.Unanswered(Exchange.Step.ANSWER, Failures.NO_HTTP));
            }
            assertThat(server.awaitHangUps(WANTED - 1)).isTrue();
            assertThat(server.accepted()).isEqualTo(WANTED);
        }
        assertThat(Collected.comesTrue(() -> descriptors() <= descriptors + KEPT))
                .as(() -> "descriptors: " + descriptors + ", then " + descriptors())
                .isTrue();
    }

    /** Posts until so many connections came; on a busy machine some requests do not even get one in time. */
    private static int post(String scheme, RawServer.Behaviour behaviour, int wanted, Duration timeout)
            throws Exception {
        try (RawServer server = RawServer.start(sockets(scheme), behaviour);
                OtlpHttpClient client = client(server, scheme, timeout)) {
            for (int round = 0; round < MOST_ROUNDS && server.accepted() < wanted; round++) {
                IntStream.range(0, Math.min(AT_ONCE, wanted))
                        .mapToObj(i -> client.post(new byte[] {1, 2, 3}))
                        .toList()
                        .forEach(PendingExchange::await);
            }
            assertThat(wanted == 1 || server.awaitHangUps(server.accepted())).isTrue();
            return server.accepted();
        }
    }

    private static OtlpHttpClient client(RawServer server, String scheme, Duration timeout) throws Exception {
        TlsSettings trusting = TlsSettings.defaults().trusting(authority.certificatePem("ca"));
        return new OtlpHttpClient(
                new OtlpSinkConfig(server.endpoint(scheme), Map.of(), timeout, true, trusting, false), "test");
    }

    private static ServerSocketFactory sockets(String scheme) throws Exception {
        return scheme.equals("https")
                ? authority.serverContext("server").getServerSocketFactory()
                : ServerSocketFactory.getDefault();
    }

    private static Set<Thread> moreThan(Set<Thread> before) {
        Set<Thread> more = new HashSet<>(Thread.getAllStackTraces().keySet());
        more.removeAll(before);
        more.removeIf(thread -> !thread.getName().startsWith("aboveboard-otlp")
                && !thread.getName().startsWith("HttpClient"));
        return more;
    }

    private static long descriptors() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            return unix.getOpenFileDescriptorCount();
        }
        String reason = "skipped, because this system does not count its descriptors";
        System.out.println(reason);
        return Assumptions.abort(reason);
    }
}
