package io.aboveboard.bootstrap.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what Linux calls the machine from where it keeps that: few environments hand the name on to their processes. */
final class HostNameFile {
    static final List<Path> OF_LINUX = List.of(Path.of("/proc/sys/kernel/hostname"), Path.of("/etc/hostname"));

    private static final int LONGEST = 255;

    private HostNameFile() {}

    /** The name in the first of the files that holds one; empty where none does. */
    static String read(List<Path> files) {
        return files.stream()
                .map(HostNameFile::read)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
