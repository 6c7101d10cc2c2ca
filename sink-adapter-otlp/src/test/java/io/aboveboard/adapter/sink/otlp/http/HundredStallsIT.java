package io.aboveboard.adapter.sink.otlp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.server.Misbehaviours;
import io.aboveboard.adapter.sink.otlp.server.RawServer;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("thorough")
@Proves(Promise.P16)
class HundredStallsIT {
    private static final int WANTED = 100;
    private static final int AT_ONCE = 10;
    private static final int MOST_ROUNDS = 200;
    private static final Duration TIMEOUT = Duration.ofMillis(150);
    private static final Duration AMPLE = Duration.ofSeconds(20);

    static Stream<Arguments> stalls() {
        return Stream.of(
                Arguments.of("before the headers", Misbehaviours.isSilent()),
                Arguments.of("before the body", Misbehaviours.says("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")),
                Arguments.of("a byte now and then", Misbehaviours.drips()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stalls")
    @Fault("C13")
    void leaveNeitherThreadsNorDescriptors(String name, RawServer.Behaviour stall) throws Exception {
        post(RawServer.start(Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n")), 1, AMPLE);
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        long descriptors = descriptors();

        int accepted = post(RawServer.start(stall), WANTED, TIMEOUT);

        assertThat(accepted).as(name).isGreaterThanOrEqualTo(WANTED);
        assertThat(Collected.comesTrue(() -> moreThan(threads).isEmpty()))
                .as(() -> "threads left: " + moreThan(threads))
                .isTrue();
        assertThat(Collected.comesTrue(() -> descriptors() <= descriptors))
                .as(() -> "descriptors: " + descriptors + ", then " + descriptors())
                .isTrue();
    }

    /** Posts until so many connections came; on a busy machine some requests do not even get one in time. */
    private static int post(RawServer server, int wanted, Duration timeout) throws IOException, InterruptedException {
        OtlpSinkConfig config =
                new OtlpSinkConfig(server.endpoint("http"), Map.of(), timeout, true, TlsSettings.defaults(), false);
        try (server;
                OtlpHttpClient client = new OtlpHttpClient(config, "test")) {
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
