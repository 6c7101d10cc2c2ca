package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** By which a process asks the owner to deliver now: an empty file in the inbox. Thread-safe. */
final class NudgeFile {
    private final Premises premises;

    NudgeFile(Premises premises) {
        this.premises = premises;
    }

    boolean leave() throws IOException {
        premises.folders().create(premises.disk(), premises.folders().inbox());
        try (DiskFile empty = premises.disk().create(file())) {
            return empty.size() == 0;
        } catch (FileAlreadyExistsException askedBefore) {
            return true;
        }
    }

    boolean take() throws IOException {
        return premises.disk().exists(file()) && premises.disk().delete(file());
    }

    private Path file() {
        return premises.folders().inbox().resolve("nudge");
    }
}
