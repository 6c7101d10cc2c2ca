package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a file is mounted by itself, as {@code docker run -v file:file} does; such a file cannot be replaced. */
final class Mounts {
    private static final Path TABLE = Path.of("/proc/self/mountinfo");
    private static final int MOUNT_POINT = 4;

    private Mounts() {}

    static boolean isMounted(Path file) {
        try {
            String path = file.toRealPath().toString();
            return Files.readString(TABLE, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(line -> line.split(" ", MOUNT_POINT + 2))
                    .anyMatch(columns -> columns.length > MOUNT_POINT && columns[MOUNT_POINT].equals(escaped(path)));
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** As the kernel writes a path there, byte for byte. */
    static String escaped(String path) {
        return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("\n", "\\012");
    }
}
