package io.aboveboard.testkit.silence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything below some folders, at one time.
 *
 * @param files what is known of each, by its path, the folders themselves included
 */
record FolderContents(Map<Path, Map<String, Object>> files) {
    /** The time of the last change, which no program can set back, only where the system keeps it. */
    private static final String LOOKED_AT =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                    ? "unix:ino,mode,size,lastModifiedTime,ctime"
                    : "size,lastModifiedTime,fileKey";

    static FolderContents of(List<Path> folders) {
        Map<Path, Map<String, Object>> files = new TreeMap<>();
        for (Path folder : folders) {
            addAll(folder, files);
        }
        return new FolderContents(files);
    }

    private static void addAll(Path folder, Map<Path, Map<String, Object>> files) {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path file : below.toList()) {
                files.put(file, Files.readAttributes(file, LOOKED_AT, LinkOption.NOFOLLOW_LINKS));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> differencesFrom(FolderContents before) {
        List<String> differences = new ArrayList<>();
        files.forEach((file, now) -> {
            Map<String, Object> then = before.files.get(file);
            if (!now.equals(then)) {
                differences.add((then == null ? "a file was created: " : "a file was changed: ") + file);
            }
        });
        before.files.keySet().stream()
                .filter(file -> !files.containsKey(file))
                .forEach(file -> differences.add("a file was removed: " + file));
        return differences;
    }
}
