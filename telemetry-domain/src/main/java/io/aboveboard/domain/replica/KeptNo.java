package io.aboveboard.domain.replica;

import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentLedgerException;

/**
 * A no that was given here and could not be shared yet, kept beside what this replica remembers: the file of the host says no
 * then, too, but so it may before anybody was asked. Thread-safe.
 */
final class KeptNo {
    private final ConsentLedger here;
    private volatile boolean settled;

    KeptNo(ConsentLedger here) {
        this.here = here;
    }

    /** Keeps it, if it is one. Where that fails the file of the host still says it. */
    void keep(ConsentDecision decision) {
        if (decision.state() == ConsentState.DENIED) {
            settled = false;
            quietly(() -> here.append(decision));
        }
    }

    boolean isKept() {
        try {
            return here.last().isPresent();
        } catch (ConsentLedgerException unreadable) {
            return true;
        }
    }

    /** The others know what was decided: there is nothing left to tell them. */
    void settle() {
        if (!settled && isKept()) {
            quietly(here::retire);
            quietly(here::forgetRetired);
        }
        settled = true;
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (ConsentLedgerException failed) {
            // The next no, or the next start, tries again.
        }
    }
}
