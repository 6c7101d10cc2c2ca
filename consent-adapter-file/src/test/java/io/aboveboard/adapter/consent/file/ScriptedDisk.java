package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** The real disk, on which each step can be made to fail, and between whose steps somebody else can write. */
final class ScriptedDisk implements Disk {
    private final Map<Step, Deque<FileOperation<?>>> script = new EnumMap<>(Step.class);
    private final Map<Step, IOException> broken = new EnumMap<>(Step.class);
    private int renames;

    /** What comes before what is scripted for it. */
    enum Step {
        WRITE,
        SYNC,
        RENAME,
        SYNC_FOLDER
    }

    /** Runs something just before the next step of the kind for which nothing is scripted yet. */
    void before(Step step, FileOperation<?> operation) {
        script.computeIfAbsent(step, unused -> new ArrayDeque<>()).add(operation);
    }

    /** Lets such a step fail. */
    void fail(Step step, IOException failure) {
        before(step, () -> {
            throw failure;
        });
    }

    /** Lets every such step fail until it is mended. */
    void breakDown(Step step, IOException failure) {
        broken.put(step, failure);
    }

    void mend() {
        broken.clear();
    }

    /** Lets such a step be. */
    void pass(Step step) {
        before(step, () -> 0);
    }

    int renames() {
        return renames;
    }

    @Override
    public void write(FileChannel file, byte[] content) throws IOException {
        run(Step.WRITE);
        Disk.super.write(file, content);
    }

    @Override
    public void sync(FileChannel file) throws IOException {
        run(Step.SYNC);
        Disk.super.sync(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        renames++;
        run(Step.RENAME);
        Disk.super.rename(from, to);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        run(Step.SYNC_FOLDER);
        Disk.super.syncFolder(folder);
    }

    private void run(Step step) throws IOException {
        FileOperation<?> next = script.getOrDefault(step, new ArrayDeque<>()).poll();
        if (next != null) {
            next.run();
        }
        if (broken.containsKey(step)) {
            throw broken.get(step);
        }
    }
}
