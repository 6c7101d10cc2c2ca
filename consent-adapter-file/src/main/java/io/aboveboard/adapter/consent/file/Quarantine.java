package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Keeps values that could not be understood and were replaced, so that nothing is lost silently. At most five of a name;
 * the oldest go. Callers hold the lock.
 *
 * @param folder where they lie
 * @param disk the steps of a save
 * @param pauser lets time pass
 */
record Quarantine(Path folder, Disk disk, Pauser pauser) {
    private static final int MOST = 5;
    private static final int HASH_BYTES = 8;

    private record Kept(Path path, FileTime at) {}

    /**
     * Keeps a value, once.
     *
     * @param name its key
     * @param literal the value as it was written, one character a byte
     */
    void keep(String name, String literal) throws IOException {
        byte[] content = literal.getBytes(StandardCharsets.ISO_8859_1);
        Path file = folder.resolve(name + "." + hash(content));
        if (Files.exists(file)) {
            return;
        }
        StateDirectory.createPrivate(folder);
        new PrivateFile(file, disk, pauser).write(content);
        System.getLogger(Quarantine.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "{0} of installation.json was not understood; it is replaced and kept in {1}",
                        name,
                        file);
        removeOldest(name);
    }

    /** Removes all that is kept. */
    void forget() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Kept value : kept("*")) {
            Files.deleteIfExists(value.path());
        }
        Files.deleteIfExists(folder);
    }

    private void removeOldest(String name) throws IOException {
        List<Kept> kept = kept(name + ".*");
        kept.sort(Comparator.comparing(Kept::at));
        for (Kept old : kept.subList(0, Math.max(0, kept.size() - MOST))) {
            Files.deleteIfExists(old.path());
        }
    }

    private List<Kept> kept(String glob) throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            for (Path file : files) {
                kept.add(new Kept(file, Files.getLastModifiedTime(file)));
            }
        }
        return kept;
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", everyJvmHasIt);
        }
    }
}
