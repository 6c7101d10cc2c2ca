package io.aboveboard.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MutableClockTest {
    private final Instant start = Instant.parse("2027-03-01T03:00:00Z");
    private final MutableClock clock = MutableClock.at(start);

    @Test
    void standsStill() {
        assertThat(clock.instant()).isEqualTo(start).isEqualTo(clock.instant());
    }

    @Test
    void movesForwardAndBack() {
        clock.advance(Duration.ofHours(2));
        clock.advance(Duration.ofHours(-3));
        assertThat(clock.instant()).isEqualTo(start.minus(Duration.ofHours(1)));
    }

    @Test
    void isSet() {
        clock.set(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }
}
