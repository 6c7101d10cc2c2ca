package io.aboveboard.domain.port;

import io.aboveboard.domain.record.DropReason;
import java.util.Map;

/**
 * What became of the records of an installation so far, over all restarts and processes. What is neither delivered,
 * dropped nor lost is pending.
 *
 * @param offered how many were offered
 * @param delivered how many the receiver acknowledged
 * @param dropped how many were dropped, by reason; reasons that did not occur are absent
 * @param lostUnclean how many a process had in memory when it ended without closing
 */
public record Account(long offered, long delivered, Map<DropReason, Long> dropped, long lostUnclean) {
    /** Nothing was offered yet. */
    public static final Account EMPTY = new Account(0, 0, Map.of(), 0);

    /** Copies the map. */
    public Account {
        dropped = Map.copyOf(dropped);
    }

    /**
     * What is still on its way, in memory or in the outbox.
     *
     * @return records that were offered and have not met their end
     */
    public long pending() {
        long ended = dropped.values().stream().mapToLong(Long::longValue).sum();
        return offered - delivered - ended - lostUnclean;
    }
}
