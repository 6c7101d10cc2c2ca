package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several threads that store, one that delivers and one that looks, all at once. */
@Proves({Promise.P8, Promise.P9})
@Timeout(120)
class ManyThreadsTest {
    private static final int STORING = 4;
    private static final int EACH = 250;

    private final AtomicInteger storing = new AtomicInteger(STORING);
    private final Outbox outbox;
    private final Outbox other;

    ManyThreadsTest(@TempDir(factory = FoldersInMemory.class) Path root) {
        FileOutboxConfig config = new FileOutboxConfig(
                1 << 24, 8 * 1024, java.time.Duration.ofDays(30), 1 << 24, () -> SampleInstallation.NOW);
        this.outbox = FileOutbox.in(root, config);
        this.other = FileOutbox.in(root, config);
    }

    @Test
    void deliverEveryRecordOnceAndCountIt() throws Exception {
        outbox.claim();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int thread = 0; thread < STORING; thread++) {
            int first = thread * EACH;
            Outbox used = thread == 0 ? other : outbox;
            tasks.add(() -> store(used, first));
        }
        tasks.add(this::deliver);
        tasks.add(this::look);
        List<Integer> results = run(tasks);
        assertThat(results.get(STORING)).isEqualTo(STORING * EACH);
        assertThat(Site.accountOf(outbox)).isEqualTo(new Account(STORING * EACH, STORING * EACH, Map.of(), 0));
        assertThat(outbox.sent(10_000)).hasSize(STORING * EACH);
        outbox.close();
        other.close();
    }

    private int store(Outbox used, int first) {
        for (int number = first; number < first + EACH; number++) {
            used.journal().note(1, Map.of());
            used.append(Clearances.detailed(1), List.of(SampleEncodedRecords.detailed(1, number)));
        }
        return storing.decrementAndGet();
    }

    private int deliver() {
        Set<String> seen = new HashSet<>();
        boolean isLast = false;
        while (!isLast) {
            isLast = storing.get() == 0;
            List<EncodedRecord> batch = outbox.oldest(Layer.DETAILED, 50, 100_000);
            batch.forEach(record -> assertThat(seen.add(record.uid().value()))
                    .as("%s twice", record)
                    .isTrue());
            assertThat(outbox.settle(batch, Settlement.Delivered.at(SampleInstallation.NOW)))
                    .isEqualTo(batch.size());
            isLast &= batch.isEmpty();
        }
        return seen.size();
    }

    private int look() {
        int looks = 0;
        while (storing.get() > 0) {
            assertThat(outbox.contents().detailed()).isNotNegative();
            assertThat(other.sent(10)).hasSizeLessThanOrEqualTo(10);
            assertThat(outbox.purgeDetailedExcept(1)).isZero();
            looks++;
        }
        return looks;
    }

    private static List<Integer> run(List<Callable<Integer>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> each : threads.invokeAll(tasks)) {
                results.add(each.get(1, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
