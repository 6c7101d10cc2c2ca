package io.aboveboard.benchmarks.whole;

import io.aboveboard.benchmarks.Folders;
import java.nio.file.Path;
import java.util.List;

/** A receiver in a process of its own, and a state folder under a yes with all base telemetry delivered. */
final class Stage implements AutoCloseable {
    private final Child receiver = Child.start(List.of("-Xmx256m"), Receiver.class);
    private final int port = Integer.parseInt(receiver.line());
    private final Path folder = Folders.temporary();
    private final Counter counter = new Counter(port);

    Stage() {
        AboveboardPipeline.prepare(port, folder);
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    Counter counter() {
        return counter;
    }

    @Override
    public void close() {
        receiver.close();
        Folders.delete(folder);
    }
}
