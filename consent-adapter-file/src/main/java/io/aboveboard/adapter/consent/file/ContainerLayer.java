package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether a folder lies in the writable layer of a container, which goes with the container.
 *
 * @param marks files that Docker and Podman put into a container
 * @param mounts the table of mounts as Linux shows it
 */
record ContainerLayer(List<Path> marks, Path mounts) {
    private static final Set<String> LAYERED = Set.of("overlay", "fuse.fuse-overlayfs", "aufs");
    private static final String END_OF_OPTIONAL_FIELDS = " - ";
    private static final int MOUNT_POINT = 4;

    static ContainerLayer ofThisMachine() {
        return new ContainerLayer(
                List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv")), Path.of("/proc/self/mountinfo"));
    }

    /** False wherever that cannot be told. */
    boolean holds(Path folder) {
        if (marks.stream().noneMatch(Files::exists)) {
            return false;
        }
        try {
            return isLayered(Files.readString(mounts, StandardCharsets.ISO_8859_1), closestTo(folder));
        } catch (IOException notLinux) {
            return false;
        }
    }

    private static Path closestTo(Path folder) throws IOException {
        Path existing = Stream.iterate(folder, Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElse(folder);
        return existing.toRealPath();
    }

    /** Of the mounts above a path the closest counts, and of several at one place the last. */
    static boolean isLayered(String table, Path path) {
        String point = "";
        boolean layered = false;
        for (String line : table.lines().toList()) {
            String[] columns = line.split(" ", MOUNT_POINT + 2);
            boolean above = columns.length > MOUNT_POINT + 1 && isAbove(columns[MOUNT_POINT], path);
            if (above && columns[MOUNT_POINT].length() >= point.length()) {
                point = columns[MOUNT_POINT];
                layered = "/".equals(point) && LAYERED.contains(typeIn(line));
            }
        }
        return layered;
    }

    private static boolean isAbove(String point, Path path) {
        String escaped = Mounts.escaped(path.toString());
        return point.equals("/") || escaped.equals(point) || escaped.startsWith(point + "/");
    }

    private static String typeIn(String line) {
        int end = line.indexOf(END_OF_OPTIONAL_FIELDS);
        return end < 0
                ? ""
                : line.substring(end + END_OF_OPTIONAL_FIELDS.length()).split(" ", 2)[0];
    }
}
