package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is stored by many at once costs one sync, not one for each. */
@Proves(Promise.P7)
@Timeout(60)
class GroupCommitTest {
    private static final int WAITING = 8;
    private static final int LOOKS = 10_000;

    private final HeldDisk disk = new HeldDisk();
    private final Outbox outbox;

    GroupCommitTest(@TempDir Path root) {
        outbox = new FileOutbox(new Premises(disk, Folders.in(root), FileOutboxConfig.defaults()));
    }

    @Test
    void syncsOnceForAllThatHasGatheredDuringTheSyncBefore() throws InterruptedException {
        outbox.claim();
        append(0);
        disk.holdSyncs();
        List<Thread> threads = new ArrayList<>(List.of(start(1)));
        disk.awaitHeldSync();
        for (int number = 2; number < 2 + WAITING; number++) {
            threads.add(start(number));
        }
        awaitAllWaiting(threads);
        int before = disk.syncs.get();
        disk.release();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(disk.syncs.get() - before).isEqualTo(1);
        assertThat(outbox.contents().detailed()).isEqualTo(2 + WAITING);
        outbox.close();
    }

    private void append(int number) {
        outbox.append(Clearances.detailed(1), List.of(SampleEncodedRecords.detailed(1, number)));
    }

    private Thread start(int number) {
        Thread thread = new Thread(() -> append(number));
        thread.start();
        return thread;
    }

    /** The threads are looked at one after the other, so only many looks in a row show that all are at rest. */
    private static void awaitAllWaiting(List<Thread> threads) {
        for (int looks = 0; looks < LOOKS; looks++) {
            if (threads.stream().anyMatch(GroupCommitTest::isRunning)) {
                looks = 0;
            }
        }
    }

    private static boolean isRunning(Thread thread) {
        return thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.NEW;
    }

    /** A real disk that counts the syncs of segments and can let them wait. */
    private static final class HeldDisk implements Disk {
        private final Disk real = Disk.real();
        private final AtomicInteger syncs = new AtomicInteger();
        private final CountDownLatch isHeld = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(0);

        void holdSyncs() {
            gate = new CountDownLatch(1);
        }

        void awaitHeldSync() throws InterruptedException {
            isHeld.await();
        }

        void release() {
            gate.countDown();
        }

        @Override
        public DiskFile create(Path file) throws IOException {
            return held(file, real.create(file));
        }

        @Override
        public DiskFile open(Path file, Access access) throws IOException {
            return held(file, real.open(file, access));
        }

        private DiskFile held(Path file, DiskFile opened) {
            return file.toString().endsWith(Names.SEGMENT) ? new HeldFile(opened) : opened;
        }

        @Override
        public List<String> names(Path folder) throws IOException {
            return real.names(folder);
        }

        @Override
        public boolean exists(Path path) {
            return real.exists(path);
        }

        @Override
        public long sizeOf(Path file) throws IOException {
            return real.sizeOf(file);
        }

        @Override
        public boolean createFolder(Path folder) throws IOException {
            return real.createFolder(folder);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            real.rename(from, to);
        }

        @Override
        public boolean delete(Path path) throws IOException {
            return real.delete(path);
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            real.syncFolder(folder);
        }

        @Override
        public @Nullable Closeable lock(Path file) throws IOException {
            return real.lock(file);
        }

        /** A file of it. */
        private final class HeldFile implements DiskFile {
            private final DiskFile opened;

            HeldFile(DiskFile opened) {
                this.opened = opened;
            }

            @Override
            public void write(long position, byte[] source, int length) throws IOException {
                opened.write(position, source, length);
            }

            @Override
            public int read(long position, byte[] target, int offset, int length) throws IOException {
                return opened.read(position, target, offset, length);
            }

            @Override
            public long size() throws IOException {
                return opened.size();
            }

            @Override
            public void truncate(long size) throws IOException {
                opened.truncate(size);
            }

            @Override
            public void sync() throws IOException {
                syncs.incrementAndGet();
                if (gate.getCount() > 0) {
                    isHeld.countDown();
                }
                try {
                    gate.await();
                } catch (InterruptedException impossible) {
                    throw new IOException(impossible);
                }
                opened.sync();
            }

            @Override
            public void close() throws IOException {
                opened.close();
            }
        }
    }
}
