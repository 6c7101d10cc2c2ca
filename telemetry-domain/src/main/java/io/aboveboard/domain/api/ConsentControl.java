package io.aboveboard.domain.api;

import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentTerms;
import java.util.List;

/** Where people decide. Calls read and write the installation and may wait for the disk. Thread-safe. */
public interface ConsentControl {
    /**
     * The decision in force, read now.
     *
     * @return the standing of the consent and the rule that decided
     */
    ConsentStanding current();

    /**
     * What a decision would be made upon now.
     *
     * @return the version of the text, the version of what it covers, and the recipient
     */
    ConsentTerms terms();

    /**
     * Says yes. The first yes of an installation also records its one install ping.
     *
     * @param actor who, and through what
     * @return whether the yes holds
     */
    DecisionOutcome grant(Actor actor);

    /**
     * Says no. When this returns no record of the detailed layer is handed to the wire any more, and none that is
     * undelivered is left.
     *
     * @param actor who, and through what
     * @return whether the no will survive a restart; it is in force in any case
     */
    DecisionOutcome withdraw(Actor actor);

    /**
     * Every decision ever made.
     *
     * @return the receipts, oldest first
     * @throws io.aboveboard.domain.port.ConsentLedgerException if they cannot be read
     */
    List<ConsentReceipt> history();
}
