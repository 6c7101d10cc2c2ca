package io.aboveboard.domain.api;

import io.aboveboard.domain.record.DropReason;
import java.util.Map;

/**
 * What became of the records of an installation, over all restarts. At rest
 * {@code offered = delivered + pending + dropped + lostUnclean}.
 *
 * @param offered how many were offered
 * @param delivered how many the receiver acknowledged
 * @param pending how many are waiting, in memory or in the outbox
 * @param dropped how many were dropped, by reason; reasons that did not occur are absent
 * @param lostUnclean how many a process had in memory when it ended without closing
 */
public record Counts(long offered, long delivered, long pending, Map<DropReason, Long> dropped, long lostUnclean) {
    /** Copies the map. */
    public Counts {
        dropped = Map.copyOf(dropped);
    }
}
