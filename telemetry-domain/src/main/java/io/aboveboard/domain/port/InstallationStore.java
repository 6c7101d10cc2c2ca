package io.aboveboard.domain.port;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Keeps the installation: its identity, the host's preference and the milestones. Implementations are thread-safe and
 * safe beside other processes on the same installation.
 */
public interface InstallationStore {
    /**
     * Reads what is stored now, never from a cache.
     *
     * @return what came of it; failures are a value too
     */
    InstallationReading read();

    /**
     * Changes the installation in one step: reads it, applies the change, and stores the result durably, without losing
     * what others wrote meanwhile. A missing installation is created from {@link Installation#blank()}. If the change
     * returns an equal installation nothing is written.
     *
     * @param change what to change; may be called more than once and must have no side effects
     * @return what is stored now
     * @throws InstallationStoreException if the installation is unreadable or cannot be stored; what was stored before is
     *     intact
     */
    Installation update(UnaryOperator<Installation> change);

    /**
     * The receipts that belong to this installation.
     *
     * @return its ledger, always the same
     */
    ConsentLedger ledger();

    /**
     * The gate that every process sharing this installation passes.
     *
     * @return its gate, always the same
     */
    ConsentGate gate();

    /**
     * Who makes the base records that there may be only one of, among all that share this installation.
     *
     * @return its claims, always the same
     */
    default BaseClaims claims() {
        return BaseClaims.alone();
    }

    /**
     * What a person should know of how the installation is kept, beside what reading it comes to.
     *
     * @return a sentence each; none where all is well
     */
    default List<String> remarks() {
        return List.of();
    }

    /**
     * Does what can be done for an installation that cannot be read: undoes a save of this store that was cut short, or
     * keeps a copy of what is there, for whoever mends it. Changes nothing else. To be called only while something may be
     * written.
     *
     * @return whether it is worth reading again
     * @throws InstallationStoreException if not even that could be done
     */
    default boolean salvage() {
        return false;
    }

    /**
     * Gives up the identity, for images that were cloned with one: id, salt, milestones and the stored preference go, the
     * receipts are put aside. What follows is a new installation, undecided, with an id of its own that is derived from
     * nothing. What was recorded under the old identity has to be deleted before, by withdrawing. Should it be cut short,
     * what is left counts as no, and it may be repeated.
     *
     * @throws InstallationStoreException if it could not be done, or not wholly
     */
    default void resetIdentity() {
        gate().exclusively(() -> {
            update(Installation::withoutIdentity);
            try {
                ledger().retire();
                return true;
            } catch (ConsentLedgerException failed) {
                throw new InstallationStoreException(String.valueOf(failed.getMessage()), failed);
            }
        });
    }
}
