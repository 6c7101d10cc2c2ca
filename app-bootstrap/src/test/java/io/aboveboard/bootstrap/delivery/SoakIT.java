package io.aboveboard.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.delivery.MoodyServer.Fate;
import io.aboveboard.testkit.fixture.ShortJvm;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand events a second to a server that fails at random: the counts add up to the event, on both sides, and neither
 * memory nor open files grow. How long it goes on is set by {@code -Dsoak.seconds}.
 */
@Tag("thorough")
@Proves({Promise.P8, Promise.P9, Promise.P16})
class SoakIT {
    private static final int SECONDS = Integer.getInteger("soak.seconds", 3);
    private static final long SEED = 20261126;
    private static final int EVENTS_A_SECOND = 1_000;

    /** What the library reports itself meanwhile: first_seen, a heartbeat and the install ping. */
    private static final long OWN = 3;

    /** What a segment more or less, or a batch under way, may make of memory at one moment. */
    private static final long HEAP_SLACK = 4L << 20;

    private static final long FILE_SLACK = 6;

    @Test
    void addsUpToTheEventAndGrowsNowhere(@TempDir Path state) throws Exception {
        try (MoodyServer server = new MoodyServer(SEED)) {
            Report report = soak(server, state);
            report.print(server);

            assertThat(report.offered).isEqualTo((long) SECONDS * EVENTS_A_SECOND + OWN);
            assertThat(report.pending).isZero();
            assertThat(report.delivered).isEqualTo(server.count(Fate.TAKEN));
            assertThat(report.dropped("REJECTED")).isEqualTo(server.count(Fate.REJECTED));
            assertThat(report.dropped("REFUSED")).isEqualTo(server.count(Fate.REFUSED));
            assertThat(report.delivered + report.allDropped()).isEqualTo(report.offered);
            assertThat(server.repeated()).isLessThan(Math.max(1, report.offered / 100));
            report.assertFlat();
        }
    }

    private static Report soak(MoodyServer server, Path state) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ShortJvm.command(
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Soaking.class.getName(),
                        state.toString(),
                        server.endpoint(),
                        Integer.toString(SECONDS)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Report report = new Report();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                report.read(line.split(" ", -1));
                server.forgetRequests();
            }
        }
        assertThat(process.waitFor()).isZero();
        return report;
    }

    /** What the host said of itself. */
    private static final class Report {
        private final List<Long> heap = new ArrayList<>();
        private final List<Long> files = new ArrayList<>();
        private final Map<String, Long> dropped = new HashMap<>();
        private long offered;
        private long delivered;
        private long pending;

        void read(String[] words) {
            if (words[0].equals("counts")) {
                offered = Long.parseLong(words[1]);
                delivered = Long.parseLong(words[2]);
                pending = Long.parseLong(words[3]);
            } else if (Character.isDigit(words[0].charAt(0))) {
                heap.add(Long.parseLong(words[0]));
                files.add(Long.parseLong(words[1]));
            } else {
                dropped.put(words[0], Long.parseLong(words[1]));
            }
        }

        long dropped(String reason) {
            return dropped.getOrDefault(reason, 0L);
        }

        long allDropped() {
            return dropped.values().stream().mapToLong(Long::longValue).sum();
        }

        /** The last third is no larger than the second; the first is for warming up. */
        void assertFlat() {
            assertThat(least(heap, 2)).isLessThan(least(heap, 1) + HEAP_SLACK);
            assertThat(least(files, 2)).isLessThan(least(files, 1) + FILE_SLACK);
        }

        private static long least(List<Long> samples, int third) {
            int size = samples.size() / 3;
            return samples.subList(third * size, (third + 1) * size).stream()
                    .mapToLong(Long::longValue)
                    .min()
                    .orElseThrow();
        }

        void print(MoodyServer server) {
            System.out.printf(
                    "soak: %d s, offered %d, delivered %d, pending %d, dropped %s, %d answers that were failures, %d records repeated;"
                            + " heap %.1f then %.1f MiB, files %d then %d%n",
                    SECONDS,
                    offered,
                    delivered,
                    pending,
                    dropped,
                    server.failures(),
                    server.repeated(),
                    least(heap, 1) / 1048576.0,
                    least(heap, 2) / 1048576.0,
                    least(files, 1),
                    least(files, 2));
        }
    }
}
