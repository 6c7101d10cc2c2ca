package io.aboveboard.domain.consent;

import io.aboveboard.domain.annotation.Nullable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A decision about to be recorded. The ledger gives it its place in the chain.
 *
 * @param state yes or no
 * @param actor who and through what
 * @param at when; kept to the millisecond
 * @param terms what was decided upon
 */
public record ConsentDecision(ConsentState state, Actor actor, Instant at, ConsentTerms terms) {
    /** Cuts the time to the millisecond, so that it survives storage unchanged. */
    public ConsentDecision {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The receipt of this decision.
     *
     * @param last the last receipt of the chain, or {@code null} if there is none
     * @return the receipt that follows it
     */
    public ConsentReceipt after(@Nullable ConsentReceipt last) {
        return new ConsentReceipt(
                last == null ? 1 : last.sequence() + 1,
                state,
                actor,
                at,
                terms,
                last == null ? ConsentReceipt.NO_PREDECESSOR : last.hash());
    }
}
