package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.util.concurrent.locks.Lock;

/** A step that is done under a lock. */
interface Guarded<T> {
    T run() throws IOException;

    /** One that comes to nothing. */
    interface Step {
        void run() throws IOException;
    }

    static void take(Lock lock, Step step) throws IOException {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    static <T> T run(Lock lock, Guarded<T> step) throws IOException {
        lock.lock();
        try {
            return step.run();
        } finally {
            lock.unlock();
        }
    }
}
