package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A disk in memory that can stop in the middle of any change, and that loses what was not synced when the power fails: of
 * the names a random number of the last changes, of each file a random number of its last writes, the last of them cut
 * short. It can also be full, or fail to sync. Not thread-safe.
 */
final class MemoryDisk implements Disk {
    private final Map<Path, MemoryFile> files = new TreeMap<>();
    private final Set<Path> folders = new HashSet<>();
    private final Set<Path> locked = new HashSet<>();
    private final Set<Path> broken = new HashSet<>();
    private final Map<Path, MemoryFile> durableFiles = new TreeMap<>();
    private final Set<Path> durableFolders = new HashSet<>();
    private final List<NameChange> unsynced = new ArrayList<>();
    private long changesLeft = Long.MAX_VALUE;
    private long capacity = Long.MAX_VALUE;
    private int syncsToFail;

    /** The machine or the process ends here. No code may catch it. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A change of names that is not durable yet. */
    private record NameChange(Path folder, Runnable onDurable) {}

    /** Ends the process in the middle of the change that is so many changes away. */
    void crashAfter(long changes) {
        changesLeft = changes;
    }

    /** Lets the disk hold so many bytes in all. */
    void setCapacity(long bytes) {
        capacity = bytes;
    }

    /** How many bytes all files have. */
    long used() {
        return files.values().stream().mapToLong(MemoryFile::size).sum();
    }

    /** Another disk with the same on it, all of it durable. */
    MemoryDisk copy() {
        MemoryDisk copy = new MemoryDisk();
        copy.folders.addAll(folders);
        copy.durableFolders.addAll(folders);
        files.forEach((path, file) -> {
            MemoryFile same = new MemoryFile();
            same.setContent(file.content());
            copy.files.put(path, same);
            copy.durableFiles.put(path, same);
        });
        return copy;
    }

    /** Lets nobody read a file any more, as if the disk below it were worn out. */
    void breakFile(Path file) {
        broken.add(file);
    }

    /** Lets the next syncs of files fail. */
    void failSyncs(int times) {
        syncsToFail = times;
    }

    /** What a new process finds after a kill: everything. */
    void restartAfterKill() {
        changesLeft = Long.MAX_VALUE;
        locked.clear();
    }

    /** What a new process finds after the power failed. */
    void restartAfterPowerLoss(Random random) {
        restartAfterKill();
        int kept = unsynced.isEmpty() ? 0 : random.nextInt(unsynced.size() + 1);
        unsynced.subList(0, kept).forEach(change -> change.onDurable().run());
        unsynced.clear();
        files.clear();
        files.putAll(durableFiles);
        folders.clear();
        folders.addAll(durableFolders);
        files.values().forEach(file -> file.losePower(random));
    }

    /** All files by path, for a test that looks at them or damages them. */
    Map<Path, MemoryFile> files() {
        return files;
    }

    Set<Path> folders() {
        return folders;
    }

    /** Whether a change may happen in full. */
    private void change() {
        if (changesLeft-- <= 0) {
            throw new Crash();
        }
    }

    private void changeNames(Path folder, Runnable now, Runnable onDurable) {
        change();
        now.run();
        unsynced.add(new NameChange(folder, onDurable));
    }

    @Override
    public DiskFile create(Path file) throws IOException {
        if (exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        requireFolder(file);
        MemoryFile created = new MemoryFile();
        changeNames(Folders.parentOf(file), () -> files.put(file, created), () -> durableFiles.put(file, created));
        return new Opened(created);
    }

    private void requireFolder(Path file) throws NoSuchFileException {
        if (!folders.contains(file.getParent())) {
            throw new NoSuchFileException(file.toString());
        }
    }

    @Override
    public DiskFile open(Path file, Access access) throws IOException {
        if (broken.contains(file)) {
            throw new FileSystemException(file.toString(), null, "Input/output error");
        }
        return new Opened(fileAt(file));
    }

    private MemoryFile fileAt(Path file) throws IOException {
        MemoryFile found = files.get(file);
        if (found == null) {
            throw new NoSuchFileException(file.toString());
        }
        return found;
    }

    @Override
    public List<String> names(Path folder) {
        Set<String> names = new TreeSet<>();
        for (Path path : files.keySet()) {
            addIfIn(folder, path, names);
        }
        folders.forEach(path -> addIfIn(folder, path, names));
        return List.copyOf(names);
    }

    private static void addIfIn(Path folder, Path path, Set<String> names) {
        if (folder.equals(path.getParent())) {
            names.add(String.valueOf(path.getFileName()));
        }
    }

    @Override
    public boolean exists(Path path) {
        return files.containsKey(path) || folders.contains(path);
    }

    @Override
    public long sizeOf(Path file) throws IOException {
        return fileAt(file).size();
    }

    @Override
    public boolean createFolder(Path folder) {
        if (folders.contains(folder)) {
            return false;
        }
        changeNames(Folders.parentOf(folder), () -> folders.add(folder), () -> durableFolders.add(folder));
        return true;
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        MemoryFile moved = fileAt(from);
        changeNames(
                Folders.parentOf(to), () -> move(files, from, to, moved), () -> move(durableFiles, from, to, moved));
    }

    private static void move(Map<Path, MemoryFile> names, Path from, Path to, MemoryFile moved) {
        names.remove(from);
        names.put(to, moved);
    }

    @Override
    public boolean delete(Path path) throws IOException {
        if (!exists(path)) {
            return false;
        }
        if (folders.contains(path) && !names(path).isEmpty()) {
            throw new FileSystemException(path.toString(), null, "Directory not empty");
        }
        changeNames(Folders.parentOf(path), () -> remove(files, folders, path), () -> {
            remove(durableFiles, durableFolders, path);
        });
        return true;
    }

    private static void remove(Map<Path, MemoryFile> files, Set<Path> folders, Path path) {
        files.remove(path);
        folders.remove(path);
    }

    /** As with a journal of names: what happened before is durable as well. */
    @Override
    public void syncFolder(Path folder) {
        change();
        int last = -1;
        for (int i = 0; i < unsynced.size(); i++) {
            last = unsynced.get(i).folder().equals(folder) ? i : last;
        }
        List<NameChange> durable = unsynced.subList(0, last + 1);
        durable.forEach(each -> each.onDurable().run());
        durable.clear();
    }

    @Override
    public @Nullable Closeable lock(Path file) {
        return locked.add(file) ? () -> locked.remove(file) : null;
    }

    /** A file that somebody has opened. */
    private final class Opened implements DiskFile {
        private final MemoryFile file;

        Opened(MemoryFile file) {
            this.file = file;
        }

        @Override
        public void write(long position, byte[] source, int length) throws IOException {
            if (changesLeft == 0) {
                file.write(position, source, length / 2);
            }
            change();
            long growth = Math.max(0, position + length - file.size());
            long room = capacity == Long.MAX_VALUE ? growth : capacity - used();
            if (growth > room) {
                file.write(position, source, (int) Math.max(0, Math.min(length, room)));
                throw new IOException("No space left on device");
            }
            file.write(position, source, length);
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            return file.read(position, target, offset, length);
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public void truncate(long size) {
            change();
            file.truncate(size);
        }

        @Override
        public void sync() throws IOException {
            change();
            if (syncsToFail > 0) {
                syncsToFail--;
                throw new IOException("Input/output error");
            }
            file.sync();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
