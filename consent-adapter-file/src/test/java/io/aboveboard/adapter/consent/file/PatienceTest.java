package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatienceTest {
    @Test
    void waitsLongerAndLongerAndNeverMoreThanItHas() {
        List<Duration> pauses = new ArrayList<>();
        Patience patience = new Patience(pauses::add, Duration.ofSeconds(2));
        while (patience.waits()) {
            assertThat(pauses).hasSizeLessThan(100);
        }
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pauses)
                .startsWith(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(4))
                .allMatch(pause -> pause.compareTo(Duration.ofMillis(200)) <= 0);
    }
}
