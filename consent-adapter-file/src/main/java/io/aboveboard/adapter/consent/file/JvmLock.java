package io.aboveboard.adapter.consent.file;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lock of one state folder within this JVM. A {@link java.nio.channels.FileLock} holds for a whole JVM, and closing
 * any channel of its file gives it up, so all stores of a folder must pass here first.
 */
final class JvmLock extends ReentrantLock {
    private static final long serialVersionUID = 1L;
    private static final ConcurrentMap<Path, JvmLock> BY_FILE = new ConcurrentHashMap<>();

    private JvmLock() {
        super(true);
    }

    /** The one lock of a lock file, whose path is real. */
    static JvmLock of(Path file) {
        return BY_FILE.computeIfAbsent(file, unused -> new JvmLock());
    }

    String holder() {
        Thread owner = getOwner();
        return owner == null ? "another thread of this process" : "thread " + owner.getName() + " of this process";
    }
}
