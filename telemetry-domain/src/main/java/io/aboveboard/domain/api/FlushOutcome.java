package io.aboveboard.domain.api;

/** What came of waiting for delivery. */
public sealed interface FlushOutcome {
    /** Nothing is waiting any more. */
    enum Drained implements FlushOutcome {
        /** The only value. */
        DRAINED
    }

    /**
     * Something is still waiting.
     *
     * @param records how many records
     * @param why what keeps them, safe to show
     */
    record StillPending(long records, String why) implements FlushOutcome {}
}
