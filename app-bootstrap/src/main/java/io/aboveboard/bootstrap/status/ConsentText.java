package io.aboveboard.bootstrap.status;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.RefusalReason;
import java.util.Locale;

/** The consent for people. */
public final class ConsentText {
    private ConsentText() {}

    /**
     * What was decided, when, through what, and what keeps it from being in force.
     *
     * @param standing how it stands
     * @return one line
     */
    public static String of(ConsentStanding standing) {
        return decision(standing) + objection(standing);
    }

    /** What was decided, when and through what, and what a person should know beyond the rule. */
    static String remarked(ConsentStanding standing) {
        return standing.remark().isEmpty() ? decision(standing) : decision(standing) + "; " + standing.remark();
    }

    private static String decision(ConsentStanding standing) {
        return standing.state().name().toLowerCase(Locale.ROOT) + decided(standing.receipt());
    }

    private static String decided(@Nullable ConsentReceipt receipt) {
        return receipt == null
                ? ""
                : " (receipt " + receipt.sequence() + ", " + receipt.at() + ", through "
                        + receipt.actor().surface().code() + ")";
    }

    private static String objection(ConsentStanding standing) {
        RefusalReason rule = standing.refusal();
        String objection = rule == null || rule == RefusalReason.DENIED ? "" : "; " + rule.explanation();
        return standing.remark().isEmpty() ? objection : objection + "; " + standing.remark();
    }
}
