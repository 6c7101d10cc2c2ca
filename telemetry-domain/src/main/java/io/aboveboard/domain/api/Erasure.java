package io.aboveboard.domain.api;

import io.aboveboard.domain.consent.Actor;

/** Forgets. Calls write and delete, and may wait for the disk. Thread-safe. */
public interface Erasure {
    /**
     * Forgets what was sent; what is waiting stays.
     *
     * @return whether it is forgotten
     */
    EraseOutcome forgetSent();

    /**
     * Gives up the identity, as for a machine that was cloned with one: withdraws, deletes what is waiting and what was
     * sent, and lets a new installation begin, undecided. The receipts are put aside.
     *
     * @param actor who, and through what
     * @return whether it is given up; if not wholly, it may be called again
     */
    EraseOutcome resetIdentity(Actor actor);

    /**
     * Forgets everything: as {@link #resetIdentity}, and the receipts as well. Export them before.
     *
     * @param actor who, and through what
     * @return whether it is forgotten; if not wholly, it may be called again
     */
    EraseOutcome erase(Actor actor);
}
