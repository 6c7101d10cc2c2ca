package io.aboveboard.bootstrap.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One module on disk.
 *
 * @param folder where its {@code pom.xml} is
 */
record Module(Path folder) {
    private static final String SOURCE = ".java";

    String name() {
        return String.valueOf(folder.getFileName());
    }

    Path testSources() {
        return folder.resolve("src/test/java");
    }

    Path testClasses() {
        return folder.resolve("target/test-classes");
    }

    /** All its Java sources, relative to the folder of sources they are in, or none where it has no such folder. */
    Stream<Path> sources(Path sourceFolder) {
        if (!Files.isDirectory(sourceFolder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(sourceFolder)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(SOURCE))
                    .map(sourceFolder::relativize)
                    .toList();
            return sources.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its test sources that were not compiled since they changed: their marks cannot be known. */
    List<String> staleTests() {
        return sources(testSources())
                .filter(source -> !source.endsWith("package-info.java"))
                .filter(this::isStale)
                .map(source -> name() + ": " + source.getFileName() + " was not compiled since it changed")
                .toList();
    }

    private boolean isStale(Path source) {
        String name = source.toString();
        Path compiled = testClasses().resolve(name.substring(0, name.length() - SOURCE.length()) + ".class");
        try {
            return !Files.exists(compiled)
                    || Files.getLastModifiedTime(compiled)
                                    .compareTo(Files.getLastModifiedTime(
                                            testSources().resolve(source)))
                            < 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
