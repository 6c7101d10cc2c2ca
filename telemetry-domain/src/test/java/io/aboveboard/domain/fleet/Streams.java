package io.aboveboard.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Streams at the backend. What is delivered young shares one with all of its version and environment; what is delivered
 * old travels under a resource of its installation's own. A stream counts as active for an hour after its last record.
 */
final class Streams {
    static final int LIMIT = 5_000;
    static final Duration YOUNG = Duration.ofMinutes(45);
    static final int ACTIVE_MINUTES = 60;

    private static final long SLOT_SECONDS = Duration.ofMinutes(30).toSeconds();

    private final Map<Long, BitSet> shared = new HashMap<>();
    private final Map<Long, BitSet> slots = new HashMap<>();
    private final int[] own = new int[Period.MINUTES];
    private long old;

    void request(int environment, Beat beat, Instant delivered) {
        long resource = (long) beat.version() * Sites.ENVIRONMENTS + environment;
        int minute = Period.minute(delivered);
        if (Duration.between(beat.occurred(), delivered).compareTo(YOUNG) <= 0) {
            mark(shared, resource, minute);
            return;
        }
        old++;
        own[minute]++;
        long slot = beat.occurred().getEpochSecond() / SLOT_SECONDS;
        mark(slots, slot * Sites.VERSIONS * Sites.ENVIRONMENTS + resource, minute);
    }

    private static void mark(Map<Long, BitSet> streams, long key, int minute) {
        streams.computeIfAbsent(key, unused -> new BitSet()).set(minute);
    }

    /** Records that were old when delivered. */
    long old() {
        return old;
    }

    int sharedAtMost() {
        return Load.peak(activeOf(shared));
    }

    int ownAtMost() {
        return Load.peak(activeOwn());
    }

    int atMost() {
        int[] active = activeOf(shared);
        int[] activeOwn = activeOwn();
        Arrays.setAll(active, minute -> active[minute] + activeOwn[minute]);
        return Load.peak(active);
    }

    /** How many there would be instead of the installations' own if old records shared one by the half hour they are of. */
    int slotsAtMost() {
        return Load.peak(activeOf(slots));
    }

    private int[] activeOwn() {
        int[] active = new int[Period.MINUTES];
        int sum = 0;
        for (int minute = 0; minute < active.length; minute++) {
            sum += own[minute] - (minute >= ACTIVE_MINUTES ? own[minute - ACTIVE_MINUTES] : 0);
            active[minute] = sum;
        }
        return active;
    }

    private static int[] activeOf(Map<Long, BitSet> streams) {
        int[] active = new int[Period.MINUTES];
        for (BitSet minutes : streams.values()) {
            int counted = 0;
            for (int from = minutes.nextSetBit(0); from >= 0; from = minutes.nextSetBit(from + 1)) {
                int to = Math.min(from + ACTIVE_MINUTES, active.length);
                for (int minute = Math.max(from, counted); minute < to; minute++) {
                    active[minute]++;
                }
                counted = to;
            }
        }
        return active;
    }
}
