package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link ConsentGate} must do. */
@Proves(Promise.P2)
public interface ConsentGateContract {
    /**
     * A gate of the installation under test, in which something was decided already.
     *
     * @param patience how long its holds are waited for; the same through one test
     * @return one of the gates that share the installation, the same one where the installation lives in the gate
     */
    ConsentGate gate(Duration patience);

    @Test
    default void handsBackWhatCameOfIt() {
        assertThat(gate().shared(() -> "seen")).isEqualTo("seen");
        assertThat(gate().exclusively(() -> "decided")).isEqualTo("decided");
        assertThat(gate().shared(() -> "seen again")).isEqualTo("seen again");
    }

    @Test
    default void letsManyInAtOnceThatOnlyPassRecordsOn() throws InterruptedException {
        CyclicBarrier inside = new CyclicBarrier(4);
        assertThat(Crowd.of(4, number -> () -> gate().shared(() -> meet(inside))))
                .containsOnly(true);
    }

    @Test
    default void letsADecisionInAlone() throws InterruptedException {
        AtomicInteger passing = new AtomicInteger();
        AtomicInteger deciding = new AtomicInteger();
        AtomicBoolean everTogether = new AtomicBoolean();
        Supplier<Integer> passed = () -> within(passing, () -> everTogether.compareAndSet(false, deciding.get() > 0));
        Supplier<Integer> decided = () ->
                within(deciding, () -> everTogether.compareAndSet(false, passing.get() > 0 || deciding.get() > 1));
        Crowd.of(4, number -> () -> {
            for (int turn = 0; turn < 50; turn++) {
                int left = number == 0 ? gate().exclusively(decided) : gate().shared(passed);
                assertThat(left).isNotNegative();
            }
            return number;
        });
        assertThat(everTogether).isFalse();
    }

    @Test
    default void doesNotLetAWaitingDecisionBeOvertakenForLong() throws InterruptedException {
        AtomicBoolean decided = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(3);
        Crowd.of(4, number -> number == 0 ? decision(begun, decided) : stream(begun, decided));
        assertThat(decided).isTrue();
    }

    private Callable<Boolean> decision(CountDownLatch begun, AtomicBoolean decided) {
        return () -> {
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            return gate().exclusively(() -> decided.compareAndSet(false, true));
        };
    }

    /** Somebody is inside at any moment, unless the gate keeps them out. */
    private Callable<Boolean> stream(CountDownLatch begun, AtomicBoolean decided) {
        return () -> {
            begun.countDown();
            while (!decided.get()) {
                gate().shared(() -> decided.get());
            }
            return true;
        };
    }

    @Test
    default void isGivenBackWhenWhatIsDoneFails() {
        Supplier<String> failing = () -> {
            throw new UnsupportedOperationException("failed");
        };
        assertThatThrownBy(() -> gate().shared(failing)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> gate().exclusively(failing)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(gate().exclusively(() -> "decided")).isEqualTo("decided");
    }

    @Test
    default void givesUpOnADecisionWhileSomebodyStaysInside() throws InterruptedException {
        assertGivesUp(impatient()::shared, impatient()::exclusively);
    }

    @Test
    default void givesUpOnPassingRecordsOnWhileADecisionIsTaken() throws InterruptedException {
        assertGivesUp(impatient()::exclusively, impatient()::shared);
    }

    /** One way to hold the gate. */
    @FunctionalInterface
    interface Hold {
        /**
         * Holds it.
         *
         * @param action what to do meanwhile
         * @return what came of it
         */
        Boolean with(Supplier<Boolean> action);
    }

    private static void assertGivesUp(Hold staying, Hold waiting) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicBoolean begun = new AtomicBoolean();
        Crowd.of(2, number -> number == 0 ? stay(staying, inside, over) : tryIn(waiting, inside, over, begun));
        assertThat(begun).isFalse();
        assertThat(waiting.with(() -> true)).isTrue();
    }

    private static Callable<Boolean> stay(Hold staying, CountDownLatch inside, CountDownLatch over) {
        return () -> {
            try {
                return staying.with(() -> {
                    inside.countDown();
                    return comesTrue(over);
                });
            } finally {
                inside.countDown();
            }
        };
    }

    private static Callable<Boolean> tryIn(
            Hold waiting, CountDownLatch inside, CountDownLatch over, AtomicBoolean begun) {
        return () -> {
            assertThat(comesTrue(inside)).isTrue();
            try {
                assertThatThrownBy(() -> waiting.with(() -> begun.compareAndSet(false, true)))
                        .isInstanceOf(InstallationStoreException.class)
                        .hasMessageContaining("try again");
            } finally {
                over.countDown();
            }
            return true;
        };
    }

    @Test
    default void refusesAHoldWithinAHoldAtOnce() {
        Supplier<Boolean> shared = () -> gate().shared(() -> true);
        Supplier<Boolean> exclusive = () -> gate().exclusively(() -> true);
        assertThatThrownBy(() -> gate().shared(shared)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> gate().shared(exclusive)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> gate().exclusively(shared)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> gate().exclusively(exclusive)).isInstanceOf(IllegalStateException.class);
        assertThat(exclusive.get()).isTrue();
    }

    @Test
    default void letsAThreadInThatWasInterruptedAndPassesTheInterruptOn() {
        Thread.currentThread().interrupt();
        try {
            assertThat(gate().shared(() -> true)).isTrue();
            assertThat(gate().exclusively(() -> true)).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private ConsentGate gate() {
        return gate(Duration.ofSeconds(20));
    }

    private ConsentGate impatient() {
        return gate(Duration.ofMillis(100));
    }

    private static int within(AtomicInteger inside, Runnable action) {
        inside.incrementAndGet();
        action.run();
        return inside.decrementAndGet();
    }

    private static boolean meet(CyclicBarrier inside) {
        try {
            return inside.await(30, TimeUnit.SECONDS) >= 0;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("nobody else was let in", alone);
        }
    }

    private static boolean comesTrue(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
