package io.aboveboard.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Throttle throttle = new Throttle(PERIOD, nanos::get);

    @Test
    void letsTheFirstThroughAtOnce() {
        assertThat(throttle.pass("dropped", 3)).isEqualTo(3);
    }

    @Test
    void addsUpWhatItHoldsBack() {
        throttle.pass("dropped", 3);

        assertThat(throttle.pass("dropped", 4)).isZero();
        nanos.addAndGet(PERIOD.toNanos());
        assertThat(throttle.pass("dropped", 5)).isEqualTo(9);
        assertThat(throttle.pass("dropped", 1)).isZero();
    }

    @Test
    void keepsTopicsApart() {
        throttle.pass("dropped", 1);

        assertThat(throttle.pass("delivered", 1)).isEqualTo(1);
    }

    @Test
    void staysBoundedWhateverTheTopics() {
        for (int topic = 0; topic < Throttle.MAX_TOPICS; topic++) {
            throttle.pass("topic " + topic, 1);
        }

        assertThat(throttle.pass("one more", 1)).isEqualTo(1);
        assertThat(throttle.pass("and another", 1)).isZero();
    }

    @Test
    void forgetsTopicsThatAreLongOver() {
        for (int topic = 0; topic <= Throttle.MAX_TOPICS; topic++) {
            throttle.pass("topic " + topic, 1);
        }
        nanos.addAndGet(PERIOD.toNanos());

        assertThat(throttle.pass("one more", 1)).isEqualTo(1);
        assertThat(throttle.pass("and another", 1)).isEqualTo(1);
    }
}
