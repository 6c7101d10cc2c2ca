package io.aboveboard.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void knowsEachQuantileToAnEighth() {
        Latencies latencies = new Latencies();
        LongStream.rangeClosed(1, 100).forEach(number -> latencies.add(number * 1_000));

        assertThat(latencies.quantile(0.5)).isBetween(50_000L, 57_000L);
        assertThat(latencies.quantile(0.99)).isBetween(99_000L, 112_000L);
        assertThat(latencies.quantile(1)).isBetween(100_000L, 113_000L);
    }

    @Test
    void takesWhatIsHardlyMeasurableAndWhatIsFarTooLong() {
        Latencies latencies = new Latencies();
        latencies.add(0);
        latencies.add(3_600_000_000_000L);

        assertThat(latencies.quantile(0.5)).isLessThan(10);
        assertThat(latencies.quantile(1)).isGreaterThanOrEqualTo(3_600_000_000_000L);
    }
}
