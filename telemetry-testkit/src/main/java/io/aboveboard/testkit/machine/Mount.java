package io.aboveboard.testkit.machine;

import java.nio.file.Path;

/**
 * Something mounted for a test. Needs Linux and the right to mount, as root has; where this process may not, the test is
 * skipped and says so. Closed by whoever mounted it.
 */
public final class Mount implements AutoCloseable {
    private static final String OTHERWISE = "nothing can be mounted here";

    private final Path point;

    private Mount(Path point) {
        this.point = point;
    }

    /**
     * A small file system in memory, which can be full; its folder is the owner's alone.
     *
     * @param point the folder in whose place it is, which exists
     * @param kilobytes how much it holds
     * @return it, mounted
     */
    public static Mount memory(Path point, int kilobytes) {
        String options = "size=" + kilobytes + "k,mode=0700";
        SystemCommand.require(OTHERWISE, "mount", "-t", "tmpfs", "-o", options, "tmpfs", point.toString());
        return new Mount(point);
    }

    /**
     * One file in the place of another.
     *
     * @param file what is seen there from now on
     * @param point the file in whose place it is, which exists
     * @return it, mounted
     */
    public static Mount bind(Path file, Path point) {
        SystemCommand.require(OTHERWISE, "mount", "--bind", file.toString(), point.toString());
        return new Mount(point);
    }

    /** From now on nothing can be written there. */
    public void makeReadOnly() {
        SystemCommand.require(OTHERWISE, "mount", "-o", "remount,ro", point.toString());
    }

    /**
     * Takes it away again.
     *
     * @throws IllegalStateException if it is in use
     */
    @Override
    public void close() {
        String refusal = SystemCommand.refusalOf("umount", point.toString());
        if (!refusal.isEmpty()) {
            throw new IllegalStateException("still mounted: " + point + ": " + refusal);
        }
    }
}
