package io.aboveboard.adapter.consent.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Something mounted for a test. Where this process may not mount, the test is skipped and says so. */
final class Mount implements Closeable {
    private final Path point;

    private Mount(Path point) {
        this.point = point;
    }

    /** A small file system in memory, which can be full. */
    static Mount memory(Path point, int kilobytes) {
        return mount(point, "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", point.toString());
    }

    /** One file in the place of another. */
    static Mount bind(Path file, Path point) {
        return mount(point, "--bind", file.toString(), point.toString());
    }

    void makeReadOnly() {
        require("mount", "-o", "remount,ro", point.toString());
    }

    private static Mount mount(Path point, String... arguments) {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        require(command.toArray(new String[0]));
        return new Mount(point);
    }

    private static void require(String... command) {
        String refusal = refusalOf(command);
        if (!refusal.isEmpty()) {
            String reason = "skipped, because nothing can be mounted here: " + refusal;
            System.out.println(reason);
            Assumptions.abort(reason);
        }
    }

    private static String refusalOf(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : "exit " + process.exitValue() + " " + output.strip();
        } catch (IOException missing) {
            return String.valueOf(missing.getMessage());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        String refusal = refusalOf("umount", point.toString());
        if (!refusal.isEmpty()) {
            throw new IllegalStateException("still mounted: " + point + ": " + refusal);
        }
    }
}
