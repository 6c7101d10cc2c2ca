package io.aboveboard.bootstrap.demo;

import io.aboveboard.bootstrap.view.RecordView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the receiver took, in its order. Once a listener is told of arrivals, they are no longer kept. Thread-safe. */
final class Arrivals {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<RecordView> kept = new ArrayList<>();
    private Consumer<RecordView> listener = kept::add;

    void add(List<RecordView> records) {
        lock.lock();
        try {
            records.forEach(listener);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<RecordView> all() {
        lock.lock();
        try {
            return List.copyOf(kept);
        } finally {
            lock.unlock();
        }
    }

    /** From now on tells of each arrival instead of keeping it. */
    void tellAll(Consumer<RecordView> newListener) {
        lock.lock();
        try {
            listener = newListener;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until one of the arrivals is such a record; false if none came in time. */
    boolean await(Predicate<RecordView> wanted, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (kept.stream().noneMatch(wanted)) {
                if (left <= 0) {
                    return false;
                }
                left = arrived.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
