package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps copies of a shared file that could not be read, for whoever mends it: beside the own bookkeeping, where they are in
 * nobody's way. Each is named by when the file was last written, so that the same content is copied once; of more than five
 * the oldest go. Callers hold the lock.
 *
 * @param original the file that could not be read
 * @param copies where copies of it go, and how; their names begin with its name
 */
record CorruptCopies(Path original, PrivateFile copies) {
    private static final int MOST = 5;

    /**
     * Copies what is there.
     *
     * @throws IOException if it cannot be copied, or is longer than what is ever read
     */
    void keep() throws IOException {
        Path source = SharedLink.resolve(original);
        Optional<byte[]> content = FileContent.of(source, JsonObjectReader.MAX_BYTES);
        if (content.isEmpty()) {
            return;
        }
        String stamp = stampOf(Files.getLastModifiedTime(source).toInstant());
        Path copy = placeFor(content.get(), stamp);
        if (!Files.exists(copy)) {
            new PrivateFile(copy, copies.disk(), copies.pauser()).write(content.get());
            removeOldest();
        }
    }

    private static String stampOf(Instant modified) {
        return DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(modified);
    }

    /** Two contents can be of one moment, as the clock of a file system goes by steps of some milliseconds. */
    private Path placeFor(byte[] content, String stamp) throws IOException {
        Path copy = copies.path().resolveSibling(prefix() + stamp + "Z");
        for (int number = 2; Files.exists(copy) && !Arrays.equals(Files.readAllBytes(copy), content); number++) {
            copy = copies.path().resolveSibling(prefix() + stamp + "-" + number + "Z");
        }
        return copy;
    }

    /** Removes every copy: each holds the identity of its time. */
    void forget() throws IOException {
        for (Path copy : kept()) {
            Files.deleteIfExists(copy);
        }
    }

    private void removeOldest() throws IOException {
        List<Path> kept = kept();
        for (Path old : kept.subList(0, Math.max(0, kept.size() - MOST))) {
            Files.deleteIfExists(old);
        }
    }

    private List<Path> kept() throws IOException {
        List<Path> kept = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder(), prefix() + "*Z")) {
            all.forEach(kept::add);
        }
        Collections.sort(kept);
        return kept;
    }

    private Path folder() {
        return Objects.requireNonNull(copies.path().getParent(), "parent");
    }

    private String prefix() {
        return original.getFileName() + ".corrupt-";
    }
}
