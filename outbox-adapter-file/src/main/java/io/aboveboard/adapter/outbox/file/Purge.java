package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Deletes what was recorded under a consent that has ended. Guarded by the lock of the {@link Spool}. */
final class Purge {
    private final Premises premises;
    private final Segments segments;
    private final Removal removal;
    private final Set<Long> leftOnDisk = new HashSet<>();
    private long lookedFor = -1;

    Purge(Premises premises, Segments segments, Removal removal) {
        this.premises = premises;
        this.segments = segments;
        this.removal = removal;
    }

    /** Whether something of another consent may be there. The disk is only looked at when that is asked for the first time. */
    boolean isNeeded(long epoch) throws IOException {
        if (epoch != lookedFor) {
            look();
            InboxFile.removeUnfinished(premises, epoch);
            lookedFor = epoch;
        }
        for (long left : leftOnDisk) {
            if (left != epoch) {
                return true;
            }
        }
        return segments.hasDetailedExcept(epoch);
    }

    /** Finds out of which consents something lies on the disk, also such as cannot be read. */
    private void look() throws IOException {
        leftOnDisk.clear();
        for (String name : premises.disk().names(premises.folders().detailed())) {
            if (Stocktaking.epochOf(name) >= 0) {
                leftOnDisk.add(Stocktaking.epochOf(name));
            }
        }
    }

    /** Deletes it. Returns how many records went that were undelivered. */
    int except(long epoch) throws IOException {
        int removed = 0;
        for (Segment segment : segments.list(Layer.DETAILED)) {
            if (segment.epoch() != epoch) {
                leftOnDisk.add(segment.epoch());
                removed += removal.remove(segment, DropReason.WITHDRAWN);
            }
        }
        for (long left : Set.copyOf(leftOnDisk)) {
            if (left != epoch) {
                Folders.remove(premises.disk(), premises.folders().epoch(left));
                leftOnDisk.remove(left);
            }
        }
        if (premises.disk().exists(premises.folders().detailed())) {
            premises.disk().syncFolder(premises.folders().detailed());
        }
        return removed;
    }
}
