package io.aboveboard.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.fixture.ShortJvm;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process so small that whatever is kept for each event would end it. How long a call takes the benchmarks say. */
@Proves({Promise.P7, Promise.P8, Promise.P16})
class MillionEventsIT {
    private static final long EVENTS = 1_000_000;

    /** What the library reports itself meanwhile: first_seen, a heartbeat and the install ping. */
    private static final long OWN = 3;

    @Test
    @Fault("C27")
    void takesAMillionEventsInASmallHeapAndCountsWhatOverflows(@TempDir Path state) throws Exception {
        long[] counts = run(state);
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
