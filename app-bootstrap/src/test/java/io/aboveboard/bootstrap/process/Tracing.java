package io.aboveboard.bootstrap.process;

import io.aboveboard.testkit.machine.SystemCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Lets no file of a running process be synced, as a disk that is about to die does. */
final class Tracing implements AutoCloseable {
    private final Process strace;

    private Tracing(Process strace) {
        this.strace = strace;
    }

    static void requireIt() {
        SystemCommand.require("system calls cannot be made to fail here", "strace", "-f", "-e", "trace=fsync", "true");
    }

    static Tracing failSyncsOf(long pid) throws IOException {
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-o",
                        "/dev/null",
                        "-p",
                        String.valueOf(pid),
                        "-e",
                        "trace=fsync,fdatasync",
                        "-e",
                        "inject=fsync,fdatasync:error=EIO")
                .redirectErrorStream(true)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(strace.getInputStream(), StandardCharsets.UTF_8));
        // It says so once it has hold of every thread.
        String first = said.readLine();
        if (first == null || !first.contains("attached")) {
            throw new IOException("strace: " + first);
        }
        return new Tracing(strace);
    }

    @Override
    public void close() {
        strace.destroy();
        strace.onExit().join();
    }
}
