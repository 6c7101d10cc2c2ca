package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/** The random identity of an outbox, stored when it is first asked for. Thread-safe. */
final class IdFile {
    private static final int LENGTH = 36;

    private final Premises premises;
    private @Nullable String known;

    IdFile(Premises premises) {
        this.premises = premises;
    }

    synchronized String get() throws IOException {
        String id = known == null ? read() : known;
        known = id == null ? create() : id;
        return known;
    }

    synchronized void forget() {
        known = null;
    }

    private @Nullable String read() throws IOException {
        try (DiskFile file = premises.disk().open(premises.folders().id(), Disk.Access.READ)) {
            byte[] content = new byte[LENGTH];
            boolean isWhole = file.read(0, content, 0, LENGTH) == LENGTH;
            return isWhole ? uuid(new String(content, StandardCharsets.US_ASCII)) : null;
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    private static @Nullable String uuid(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    private String create() throws IOException {
        Disk disk = premises.disk();
        Folders folders = premises.folders();
        folders.create(disk, folders.spool());
        String id = UUID.randomUUID().toString();
        Path temporary = folders.id().resolveSibling("id" + Names.TEMPORARY);
        disk.delete(temporary);
        try (DiskFile file = disk.create(temporary)) {
            file.write(0, id.getBytes(StandardCharsets.US_ASCII), LENGTH);
            file.sync();
        }
        disk.rename(temporary, folders.id());
        disk.syncFolder(folders.spool());
        return id;
    }
}
