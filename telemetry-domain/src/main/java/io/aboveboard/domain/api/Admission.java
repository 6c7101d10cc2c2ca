package io.aboveboard.domain.api;

import io.aboveboard.domain.record.DropReason;

/** Whether an event was taken for recording. What is taken can still be dropped later; that is counted too. */
public sealed interface Admission {
    /** The event was taken. */
    enum Taken implements Admission {
        /** The only value. */
        TAKEN
    }

    /**
     * The event was dropped, and counted.
     *
     * @param reason why
     */
    record Dropped(DropReason reason) implements Admission {}
}
