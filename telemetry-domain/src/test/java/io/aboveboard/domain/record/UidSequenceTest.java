package io.aboveboard.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UidSequenceTest {
    private static final int THREADS = 8;
    private static final int EACH = 5_000;

    @Test
    @Proves(Promise.P9)
    void givesNoUidTwiceHoweverManyThreadsAsk() throws Exception {
        UidSequence sequence = UidSequence.random();
        Set<RecordUid> given = ConcurrentHashMap.newKeySet();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<Integer> taker = () -> {
            start.await();
            IntStream.range(0, EACH).forEach(i -> given.add(sequence.next()));
            return EACH;
        };
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> takers = pool.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(i -> taker).toList());
            for (Future<Integer> done : takers) {
                assertThat(done.get()).isEqualTo(EACH);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(given).hasSize(THREADS * EACH);
    }

    @Test
    void countsUnderOnePrefix() {
        UidSequence sequence = UidSequence.random();
        assertThat(sequence.next().value()).matches("[0-9a-f]{20}-0");
        assertThat(sequence.next().value()).matches("[0-9a-f]{20}-1");
    }

    @Test
    void sharesItsPrefixWithNoOther() {
        assertThat(UidSequence.random().next())
                .isNotEqualTo(UidSequence.random().next());
    }
}
