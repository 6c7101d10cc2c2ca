package io.aboveboard.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final Patience patience = new Patience(Duration.ofSeconds(10), nanos::get);

    @Test
    void endsAfterTheWholeTime() {
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(patience.left()).isEqualTo(Duration.ofSeconds(6));

        nanos.addAndGet(Duration.ofSeconds(7).toNanos());
        assertThat(patience.left()).isZero();
    }

    @Test
    void givesAPartNoMoreThanWhatIsLeft() {
        assertThat(patience.atMost(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));

        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(patience.atMost(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(1));
    }
}
