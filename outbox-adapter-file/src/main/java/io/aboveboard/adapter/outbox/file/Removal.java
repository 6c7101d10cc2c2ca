package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;

/**
 * How segments leave: with all of their records settled, or with records that nobody will get. What was delivered is kept
 * as sent; if it cannot be, it goes as well. Guarded by the lock of the {@link Spool}.
 */
final class Removal {
    private final Premises premises;
    private final Journal journal;
    private final Segments segments;
    private final Archive archive;

    Removal(Premises premises, Journal journal, Segments segments, Archive archive) {
        this.premises = premises;
        this.journal = journal;
        this.segments = segments;
        this.archive = archive;
    }

    /** Removes a segment with its undelivered records, and counts these. What cannot be deleted now is at the next claim. */
    int remove(Segment segment, DropReason reason) {
        journal.add(Entry.dropped(reason, segment.live()).removing(segment.id()));
        segments.remove(segment);
        finish(segment);
        return segment.live();
    }

    /** Removes what is left of a segment whose undelivered records are counted already. */
    void finish(Segment segment) {
        try {
            keepDelivered(segment);
        } catch (IOException lostWithTheRest) {
            Premises.warn("What was sent of " + segment.file() + " could not be kept: "
                    + Explanation.of(lostWithTheRest, segment.file()));
        }
        delete(segment);
    }

    private void keepDelivered(Segment segment) throws IOException {
        if (segment.hasDelivered()) {
            EndingsFile endings = EndingsFile.read(premises.disk(), segment.endings());
            archive.take(segment, endings.endings());
        }
    }

    /** Takes a segment out of the way of which nothing is waiting. */
    void retire(Segment segment) throws IOException {
        if (!journal.isCurrent()) {
            return;
        }
        keepDelivered(segment);
        segments.remove(segment);
        delete(segment);
    }

    /** Drops what is known of a segment whose file is gone or cannot be read. */
    void vanished(Segment segment) {
        boolean isPurge = segment.layer() == Layer.DETAILED
                && !premises.disk().exists(Folders.parentOf(segment.file()))
                && premises.disk().exists(premises.folders().detailed());
        DropReason reason = isPurge ? DropReason.WITHDRAWN : DropReason.STORAGE_LOST;
        journal.add(Entry.dropped(reason, segment.live()));
        segments.remove(segment);
        if (reason == DropReason.STORAGE_LOST && segment.live() > 0) {
            Premises.warn(segment.file() + ": cannot be read any more; " + segment.live()
                    + " undelivered records in it are lost");
        }
    }

    private void delete(Segment segment) {
        try {
            premises.disk().delete(segment.file());
            premises.disk().delete(segment.endings());
            journal.forgetSegment(segment.id());
        } catch (IOException nextTime) {
            Premises.warn("A file could not be deleted yet: " + Explanation.of(nextTime, segment.file()));
        }
    }

    /** Removes a segment in which nothing was ever stored. */
    void discard(Segment segment) {
        segments.remove(segment);
        delete(segment);
    }
}
