package io.aboveboard.bootstrap.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is in the files of a folder. */
final class Contents {
    private Contents() {}

    /** The files, at any depth, in which a text stands; those of running processes come and go meanwhile. */
    static List<Path> mentioning(String text, Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> of(file).contains(text))
                    .toList();
        }
    }

    private static String of(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Writes a file until the disk is full. */
    static Path fill(Path ballast, int kilobytes) {
        byte[] block = new byte[1024];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (int written = 0; written < 2 * kilobytes; written++) {
                out.write(block);
            }
        } catch (IOException full) {
            return ballast;
        }
        throw new AssertionError("the disk is not full");
    }
}
