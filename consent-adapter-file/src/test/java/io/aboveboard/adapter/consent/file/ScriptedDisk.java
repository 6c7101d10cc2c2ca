package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The real disk, on which each step can be made to fail, and between whose steps somebody else can write. */
final class ScriptedDisk implements Disk {
    private final Deque<FileOperation<?>> onWrite = new ArrayDeque<>();
    private final Deque<FileOperation<?>> onSync = new ArrayDeque<>();
    private final Deque<FileOperation<?>> onRename = new ArrayDeque<>();
    private final Deque<FileOperation<?>> onSyncFolder = new ArrayDeque<>();
    private int renames;

    ScriptedDisk onWrite(FileOperation<?> step) {
        onWrite.add(step);
        return this;
    }

    ScriptedDisk onSync(FileOperation<?> step) {
        onSync.add(step);
        return this;
    }

    /** Runs just before the next rename that has none yet. */
    ScriptedDisk onRename(FileOperation<?> step) {
        onRename.add(step);
        return this;
    }

    /** Runs between a rename and the syncing of its folder. */
    ScriptedDisk onSyncFolder(FileOperation<?> step) {
        onSyncFolder.add(step);
        return this;
    }

    /** A step that fails. */
    static FileOperation<?> failing(IOException failure) {
        return () -> {
            throw failure;
        };
    }

    int renames() {
        return renames;
    }

    @Override
    public void write(FileChannel file, byte[] content) throws IOException {
        runNext(onWrite);
        Disk.super.write(file, content);
    }

    @Override
    public void sync(FileChannel file) throws IOException {
        runNext(onSync);
        Disk.super.sync(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        renames++;
        runNext(onRename);
        Disk.super.rename(from, to);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        runNext(onSyncFolder);
        Disk.super.syncFolder(folder);
    }

    private static void runNext(Deque<FileOperation<?>> steps) throws IOException {
        FileOperation<?> next = steps.poll();
        if (next != null) {
            next.run();
        }
    }
}
