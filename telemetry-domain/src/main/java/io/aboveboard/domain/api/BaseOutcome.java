package io.aboveboard.domain.api;

import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.record.RecordUid;

/** What came of a base record. */
public sealed interface BaseOutcome {
    /**
     * It was recorded and is on its way.
     *
     * @param uid its uid
     */
    record Recorded(RecordUid uid) implements BaseOutcome {}

    /** It was recorded or delivered before. */
    enum AlreadyDone implements BaseOutcome {
        /** The only value. */
        ALREADY_DONE
    }

    /**
     * It may not be sent.
     *
     * @param reason the rule
     */
    record Refused(RefusalReason reason) implements BaseOutcome {}

    /**
     * It could not be recorded.
     *
     * @param why what went wrong, and what to do
     */
    record Failed(String why) implements BaseOutcome {}
}
