package io.aboveboard.testkit.otlp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** What was received, and waiting for more of it. Thread-safe. */
final class Journal {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<ReceivedRequest> requests = new ArrayList<>();

    void add(ReceivedRequest request) {
        lock.lock();
        try {
            requests.add(request);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            requests.clear();
        } finally {
            lock.unlock();
        }
    }

    List<ReceivedRequest> requests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    List<ReceivedRecord> records() {
        return requests().stream()
                .flatMap(request -> request.records().stream())
                .toList();
    }

    void awaitRequests(int count, Duration timeout) throws InterruptedException {
        await("requests", () -> requests().size(), count, timeout);
    }

    void awaitRecords(int count, Duration timeout) throws InterruptedException {
        await("records", () -> records().size(), count, timeout);
    }

    private void await(String what, IntSupplier size, int count, Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            long nanos = timeout.toNanos();
            while (size.getAsInt() < count) {
                if (nanos <= 0) {
                    throw new AssertionError("expected " + count + " " + what + " within " + timeout + ", got "
                            + size.getAsInt() + ": " + requests);
                }
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
