package io.aboveboard.domain.api;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.RefusalReason;

/**
 * How the consent stands.
 *
 * @param state what was decided
 * @param refusal the rule that keeps the detailed layer off, or {@code null} if it is on
 * @param receipt the last receipt, or {@code null} if there is none or it cannot be read
 * @param epoch the epoch of that decision, see {@link io.aboveboard.domain.consent.ConsentEpoch}; 0 if there is none
 * @param remark what a person should know beyond the rule, empty if nothing
 */
public record ConsentStanding(
        State state,
        @Nullable RefusalReason refusal,
        @Nullable ConsentReceipt receipt,
        long epoch,
        String remark) {

    /** What was decided. */
    public enum State {
        /** Nobody has decided. */
        UNDECIDED,
        /** A yes. */
        GRANTED,
        /** A no. */
        DENIED,
        /** It cannot be known: the sources are unreadable or contradict each other. */
        UNKNOWN
    }

    /**
     * Whether product events are recorded and sent.
     *
     * @return true if no rule stands against it
     */
    public boolean isEffective() {
        return refusal == null;
    }
}
