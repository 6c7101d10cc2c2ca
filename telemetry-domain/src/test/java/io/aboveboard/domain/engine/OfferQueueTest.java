package io.aboveboard.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.engine.OfferQueue.Admittance;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Proves({Promise.P7, Promise.P16})
class OfferQueueTest {
    private static final EventName NAME = EventName.of("a.b");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 100})
    void holdsSoMuchAndNoMoreHoweverOftenItGoesRound(int capacity) {
        OfferQueue queue = new OfferQueue(capacity, 2_000);
        for (int round = 0; round < 10; round++) {
            for (int number = 0; number < capacity; number++) {
                assertThat(queue.offer(offer(number))).isNotEqualTo(Admittance.FULL);
            }
            assertThat(queue.offer(offer(-1))).isEqualTo(Admittance.FULL);
            assertThat(queue.size()).isEqualTo(capacity);
            assertThat(queue.drain(capacity + 1))
                    .extracting(OfferQueueTest::numberOf)
                    .containsExactlyElementsOf(numbersBelow(capacity));
            assertThat(queue.size()).isZero();
        }
    }

    @Test
    void givesOutNoMoreThanIsAskedFor() {
        OfferQueue queue = new OfferQueue(10, 2_000);
        numbersBelow(5).forEach(number -> queue.offer(offer(number)));
        assertThat(queue.drain(3)).hasSize(3);
        assertThat(queue.drain(3)).extracting(OfferQueueTest::numberOf).containsExactly(3, 4);
        assertThat(queue.drain(3)).isEmpty();
    }

    @Test
    void tellsOneCallerWhenItHasReachedItsMark() {
        OfferQueue queue = new OfferQueue(100, 3);
        assertThat(List.of(queue.offer(offer(0)), queue.offer(offer(1)), queue.offer(offer(2)), queue.offer(offer(3))))
                .containsExactly(Admittance.WAITS, Admittance.WAITS, Admittance.REACHED_MARK, Admittance.WAITS);
        assertThat(queue.isPastMark()).isTrue();
        queue.drain(2);
        assertThat(queue.isPastMark()).isFalse();
        assertThat(queue.offer(offer(4))).isEqualTo(Admittance.REACHED_MARK);
    }

    @Test
    void clearsEverythingThatIsInIt() {
        OfferQueue queue = new OfferQueue(10, 2_000);
        numbersBelow(7).forEach(number -> queue.offer(offer(number)));
        assertThat(queue.clear()).isEqualTo(7);
        assertThat(queue.drain(10)).isEmpty();
        assertThat(queue.offer(offer(0))).isEqualTo(Admittance.WAITS);
        assertThat(queue.drain(10)).hasSize(1);
    }

    @Test
    @Proves(Promise.P8)
    void losesNothingAndGivesOutNothingTwiceAmongManyCallers() throws Exception {
        OfferQueue queue = new OfferQueue(64, 16);
        int callers = 4;
        int each = 20_000;
        ExecutorService pool = Executors.newFixedThreadPool(callers + 1);
        try {
            List<Future<Integer>> taken = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int first = caller * each;
                taken.add(pool.submit(() -> offerAll(queue, first, first + each)));
            }
            List<Integer> seen = new ArrayList<>();
            int cleared = 0;
            for (int round = 0; taken.stream().anyMatch(future -> !future.isDone()); round++) {
                if (round % 7 == 0) {
                    cleared += queue.clear();
                } else {
                    queue.drain(16).forEach(offer -> seen.add(numberOf(offer)));
                }
            }
            queue.drain(64).forEach(offer -> seen.add(numberOf(offer)));
            assertThat(seen).doesNotHaveDuplicates();
            assertThat(seen.size() + cleared).isEqualTo(sum(taken));
        } finally {
            pool.shutdownNow();
        }
    }

    private static int offerAll(OfferQueue queue, int from, int to) {
        int taken = 0;
        for (int number = from; number < to; number++) {
            if (queue.offer(offer(number)) != Admittance.FULL) {
                taken++;
            }
        }
        return taken;
    }

    private static int sum(List<Future<Integer>> parts) throws ExecutionException, InterruptedException {
        int sum = 0;
        for (Future<Integer> part : parts) {
            sum += part.get();
        }
        return sum;
    }

    private static List<Integer> numbersBelow(int end) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < end; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    private static Offer offer(int number) {
        return new Offer(
                null,
                NAME,
                UserId.of(number),
                RequestContext.none(),
                Snapshot.EMPTY,
                Instant.EPOCH.plusSeconds(number),
                null);
    }

    private static int numberOf(Offer offer) {
        return (int) offer.at().getEpochSecond();
    }
}
