package io.aboveboard.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fault("C8")
class BackoffTest {
    private static final RandomGenerator RANDOM = new SplittableRandom(8);

    @ParameterizedTest
    @CsvSource({
        "1, 1000",
        "2, 2000",
        "3, 4000",
        "10, 512000",
        "11, 600000",
        "30, 600000",
        "32, 600000",
        "2147483647, 600000"
    })
    void staysWithinItsBoundAndUsesAllOfIt(int failures, long bound) {
        Set<Duration> delays = new HashSet<>();
        long longest = 0;
        for (int run = 0; run < 1_000; run++) {
            Duration delay = Backoff.DEFAULT.delay(failures, Duration.ZERO, RANDOM);
            assertThat(delay).isBetween(Duration.ofMillis(1), Duration.ofMillis(bound));
            longest = Math.max(longest, delay.toMillis());
            delays.add(delay);
        }
        assertThat(delays).hasSizeGreaterThan(500);
        assertThat(longest).isGreaterThan(bound * 9 / 10);
    }

    @Test
    void waitsAtLeastAsLongAsItIsAskedTo() {
        Backoff quick = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1));
        assertThat(quick.delay(1, Duration.ofMinutes(2), RANDOM)).isEqualTo(Duration.ofMinutes(2));
        assertThat(quick.delay(1, Duration.ofSeconds(-5), RANDOM)).isEqualTo(Duration.ofMillis(1));
        assertThat(quick.delay(1, Duration.ofMinutes(61), RANDOM)).isEqualTo(Duration.ofHours(1));
        Backoff slow = new Backoff(Duration.ofHours(4), Duration.ofHours(4));
        assertThat(slow.delay(1, Duration.ofMillis(1), new SplittableRandom(1))).isGreaterThan(Duration.ofMillis(1));
    }
}
