package io.aboveboard.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves(Promise.P8)
class DoorCountsTest {
    private final DoorCounts counts = new DoorCounts(TelemetryMonitor.noop());

    @Test
    void countsByReasonAndAllTogether() {
        counts.taken();
        counts.turnstile(DropReason.NO_CONSENT).turnAway();
        counts.turnstile(DropReason.NO_CONSENT).turnAway();
        counts.turnstile(DropReason.REFUSED).turnAway();
        DoorCounts.Sums sums = counts.sums();
        assertThat(sums.of(DropReason.NO_CONSENT)).isEqualTo(2);
        assertThat(sums.of(DropReason.REFUSED)).isEqualTo(1);
        assertThat(sums.of(DropReason.QUEUE_FULL)).isZero();
        assertThat(sums.offered()).isEqualTo(4);
    }

    @Test
    void losesNoCountOfMoreThreadsThanHaveAPlaceOfTheirOwn() throws Exception {
        int threads = 150;
        int each = 2_000;
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                for (int call = 0; call < each; call++) {
                    counts.turnstile(DropReason.NO_CONSENT).turnAway();
                    counts.taken();
                }
            });
            started.add(thread);
            thread.start();
        }
        for (Thread thread : started) {
            thread.join();
        }
        assertThat(counts.sums().of(DropReason.NO_CONSENT)).isEqualTo((long) threads * each);
        assertThat(counts.sums().offered()).isEqualTo(2L * threads * each);
    }
}
