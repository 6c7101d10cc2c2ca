package io.aboveboard.bootstrap.process;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A small file system in memory, which can be full. Where this process may not mount, the test is skipped and says so. */
record Mount(Path point) implements Closeable {
    static Mount memory(Path point, int kilobytes) {
        String options = "size=" + kilobytes + "k,mode=0700";
        Command.require(
                "nothing can be mounted here", "mount", "-t", "tmpfs", "-o", options, "tmpfs", point.toString());
        return new Mount(point);
    }

    @Override
    public void close() throws IOException {
        String refusal = Command.refusalOf("umount", point.toString());
        if (!refusal.isEmpty()) {
            throw new IOException("still mounted: " + point + ": " + refusal);
        }
    }
}
