package io.aboveboard.domain.privacy;

import java.util.List;

/**
 * Where something private stands in a text, and of which kind it is: in one number, so that looking costs no memory.
 * {@link #NONE} is no match.
 */
final class Match {
    static final long NONE = 0;

    private static final int BITS = 24;
    private static final int KIND_BITS = 2 * BITS;
    private static final int MASK = (1 << BITS) - 1;
    private static final List<PrivateKind> KINDS = List.of(PrivateKind.values());

    private Match() {}

    /** From the start, which is within, to the end, which is not. */
    static long of(PrivateKind kind, int start, int end) {
        return ((long) KINDS.indexOf(kind) << KIND_BITS) | ((long) start << BITS) | end;
    }

    static int start(long match) {
        return (int) (match >> BITS) & MASK;
    }

    static int end(long match) {
        return (int) match & MASK;
    }

    static PrivateKind kind(long match) {
        return KINDS.get((int) (match >> KIND_BITS));
    }
}
