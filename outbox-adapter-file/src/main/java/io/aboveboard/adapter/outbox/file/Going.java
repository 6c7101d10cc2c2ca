package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Why a file leaves the inbox before the owner takes it over. It is renamed first, so that the owner does not; what was in
 * it is then noted under its name, and so counted once, and only then is it deleted.
 */
enum Going {
    /** The consent has ended. */
    WITHDRAWN(DropReason.WITHDRAWN),
    /** There was too much. */
    EVICTED(DropReason.EVICTED);

    private final DropReason reason;

    Going(DropReason reason) {
        this.reason = reason;
    }

    /** Why a file of this name is going, or {@code null} if it is not. */
    static @Nullable Going of(String name) {
        for (Going going : values()) {
            if (name.endsWith(going.ending())) {
                return going;
            }
        }
        return null;
    }

    private String ending() {
        return "." + reason.code();
    }

    /** Removes a file from the inbox. Returns how many records were in it. */
    int remove(Premises premises, Path file) throws IOException {
        Path going = Names.with(file, Names.SEGMENT, ending());
        premises.disk().rename(file, going);
        return finish(premises, going);
    }

    /** Removes one that was renamed before. It must go even if it cannot be noted. */
    int finish(Premises premises, Path going) throws IOException {
        int records = count(premises, going);
        try {
            Path note = Names.with(going, ending(), Names.NOTE);
            if (!premises.disk().exists(note)) {
                Note.write(premises.disk(), note, Entry.dropped(reason, records));
            }
        } finally {
            premises.disk().delete(going);
        }
        return records;
    }

    private static int count(Premises premises, Path file) throws IOException {
        SegmentHeader unknown = SegmentHeader.create(Layer.BASE, 0, premises.now());
        SegmentLoader.Loaded loaded = SegmentLoader.load(premises.disk(), file, 0, unknown);
        return loaded == null ? 0 : loaded.segment().live();
    }
}
