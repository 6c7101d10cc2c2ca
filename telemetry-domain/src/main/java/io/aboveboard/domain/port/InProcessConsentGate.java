package io.aboveboard.domain.port;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** A gate between the threads of one process. Fair, so that a waiting decision is not overtaken. Thread-safe. */
final class InProcessConsentGate implements ConsentGate {
    private static final int ATTEMPTS = 5;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Duration patience;

    InProcessConsentGate(Duration patience) {
        this.patience = patience;
    }

    @Override
    public <T> T shared(Supplier<T> action) {
        return holding(lock.readLock(), "a decision is still being stored", action);
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        return holding(lock.writeLock(), "records are still being stored or handed over", action);
    }

    private <T> T holding(Lock wanted, String obstacle, Supplier<T> action) {
        if (lock.getReadHoldCount() > 0 || lock.isWriteLockedByCurrentThread()) {
            throw new IllegalStateException("this thread holds the gate already");
        }
        take(wanted, obstacle);
        try {
            return action.get();
        } finally {
            wanted.unlock();
        }
    }

    /** An interrupt begins the wait anew, a few times, and is passed on: a withdrawal must not fail because of it. */
    private void take(Lock wanted, String obstacle) {
        boolean interrupted = Thread.interrupted();
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                try {
                    if (wanted.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    throw new InstallationStoreException(
                            obstacle + " by another thread after " + patience.toMillis() + " ms; try again");
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
            throw new InstallationStoreException("interrupted again and again while it waited for the gate; try again");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
