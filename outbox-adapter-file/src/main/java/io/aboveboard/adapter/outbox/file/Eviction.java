package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.Layer;

/** Lets the oldest segments of the detailed layer give way when there is too much. Guarded by the lock of the {@link Spool}. */
final class Eviction {
    private final long maxBytes;
    private final Segments segments;
    private final Removal removal;

    Eviction(long maxBytes, Segments segments, Removal removal) {
        this.maxBytes = maxBytes;
        this.segments = segments;
        this.removal = removal;
    }

    /** Makes room for what is about to be written; the segment it is written to stays. Returns how many records gave way. */
    int before(long bytes) {
        return evict(bytes, false);
    }

    /** Makes room after something was written, where that alone was too much. */
    int after() {
        return evict(0, true);
    }

    private int evict(long incoming, boolean alsoActive) {
        long excess = segments.bytesOnDisk() + incoming - maxBytes;
        int evicted = 0;
        if (excess <= 0) {
            return evicted;
        }
        for (Segment segment : segments.list(Layer.DETAILED)) {
            if (excess > 0 && (alsoActive || !segment.isActive())) {
                excess -= segment.end();
                evicted += removal.remove(segment, DropReason.EVICTED);
            }
        }
        return evicted;
    }
}
