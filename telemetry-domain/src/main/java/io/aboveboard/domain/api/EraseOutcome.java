package io.aboveboard.domain.api;

/** What came of forgetting. */
public sealed interface EraseOutcome {
    /** It is forgotten. */
    enum Done implements EraseOutcome {
        /** The only value. */
        DONE
    }

    /**
     * It is not, or not wholly.
     *
     * @param why what went wrong, and what to do
     */
    record NotDone(String why) implements EraseOutcome {}
}
