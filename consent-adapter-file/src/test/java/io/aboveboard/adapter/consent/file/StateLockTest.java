package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class StateLockTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Path file;

    StateLockTest(@TempDir Path root) {
        this.file = root.resolve("installation.lock");
    }

    @Test
    void canBeTakenAgainByItsHolderAndByOthersAfterwards() throws IOException {
        assertThat(lock().whileHeld(() -> lock().whileHeld(() -> 5))).isEqualTo(5);
        assertThat(lock().whileHeld(() -> 6)).isEqualTo(6);
        assertThat(Files.readString(file)).isEqualTo(ProcessHandle.current().pid() + "\n");
    }

    @Test
    void isGivenBackWhenTheOperationFails() throws IOException {
        assertThatThrownBy(() -> lock().whileHeld(() -> {
                    throw new IOException("failed");
                }))
                .hasMessage("failed");
        assertThat(lock().whileHeld(() -> 7)).isEqualTo(7);
    }

    @Test
    void saysWhichThreadHoldsIt() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService holder = Executors.newSingleThreadExecutor(work -> new Thread(work, "the holder"));
        try {
            Future<Boolean> holding = holder.submit(() -> lock().whileHeld(() -> {
                held.countDown();
                return awaits(done);
            }));
            assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> lock().whileHeld(() -> 0))
                    .isInstanceOf(StateLockedException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("held by thread the holder of this process for more than 20 ms");
            done.countDown();
            assertThat(holding.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(lock().whileHeld(() -> 8)).isEqualTo(8);
        } finally {
            done.countDown();
            holder.shutdownNow();
        }
    }

    @Test
    void letsOneInAtATime() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(4);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try {
            Callable<Integer> entering = () -> new StateLock(file, Pauser.parking()).whileHeld(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                return inside.decrementAndGet();
            });
            for (Future<Integer> left : crowd.invokeAll(Collections.nCopies(200, entering))) {
                assertThat(left.get()).isZero();
            }
            assertThat(most).hasValue(1);
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void refusesALinkInItsPlace() throws IOException {
        Path elsewhere = file.resolveSibling("elsewhere");
        Files.writeString(elsewhere, "precious");
        Files.createSymbolicLink(file, elsewhere);
        assertThatThrownBy(() -> lock().whileHeld(() -> 0)).isInstanceOf(IOException.class);
        assertThat(elsewhere).hasContent("precious");
    }

    private static boolean awaits(CountDownLatch done) throws IOException {
        try {
            return done.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IOException("interrupted while waiting", interrupted);
        }
    }

    private StateLock lock() {
        return new StateLock(file, pause -> {}, SHORT);
    }
}
