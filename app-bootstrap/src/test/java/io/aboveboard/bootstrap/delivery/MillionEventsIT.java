package io.aboveboard.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.fixture.ShortJvm;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process so small that whatever is kept for each event would end it. How long a call takes on a machine that does nothing else the benchmarks say. */
@Tag("thorough")
@Proves({Promise.P7, Promise.P8, Promise.P16})
class MillionEventsIT {
    private static final long EVENTS = 1_000_000;

    /** What the library reports itself meanwhile: first_seen, a heartbeat and the install ping. */
    private static final long OWN = 3;

    /** Far beyond what a call takes on the busiest machine; one that waited for disk or network would take longer. */
    private static final long FAR_TOO_LONG = 5_000_000_000L;

    private static final Duration AMPLE = Duration.ofMinutes(2);

    @Test
    @Fault("C27")
    void takesAMillionEventsInASmallHeapAndCountsWhatOverflows(@TempDir Path state) throws Exception {
        long began = System.nanoTime();
        long[] counts = run(state);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AMPLE);
        long before = counts[0];
        long taken = counts[1];
        long offered = counts[2];
        long delivered = counts[3];
        long pending = counts[4];
        long dropped = counts[5];
        long atTheFullQueue = counts[6];
        assertThat(taken).isPositive();
        assertThat(offered - EVENTS).isBetween(before, OWN);
        assertThat(taken + atTheFullQueue).isEqualTo(EVENTS);
        assertThat(delivered + pending + dropped).isEqualTo(offered);
        System.out.printf(
                Locale.ROOT,
                "a million calls: half of them within %d ns, 99 of a hundred within %d ns, all within %d ns%n",
                counts[7],
                counts[8],
                counts[9]);
        assertThat(counts[9]).isLessThan(FAR_TOO_LONG);
    }

    private static long[] run(Path state) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ShortJvm.command(
                        "-Xmx48m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionEvents.class.getName(),
                        state.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Arrays.stream(printed.trim().split(" ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
