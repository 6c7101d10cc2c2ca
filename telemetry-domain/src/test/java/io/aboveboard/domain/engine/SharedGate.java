package io.aboveboard.domain.engine;

import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.InstallationStoreException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** A gate between the engines on one bench, which stand for processes; it can be made to be stuck. */
final class SharedGate implements ConsentGate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    volatile boolean stuck;

    @Override
    public <T> T shared(Supplier<T> action) {
        return holding(lock.readLock(), action);
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        return holding(lock.writeLock(), action);
    }

    boolean isHeld() {
        return lock.getReadLockCount() > 0 || lock.isWriteLocked();
    }

    private <T> T holding(Lock held, Supplier<T> action) {
        if (stuck) {
            throw new InstallationStoreException("gate.lock: held by process 7 for 5 s");
        }
        if (lock.isWriteLockedByCurrentThread() || lock.getReadHoldCount() > 0) {
            throw new AssertionError("nested in itself");
        }
        held.lock();
        try {
            return action.get();
        } finally {
            held.unlock();
        }
    }
}
