package io.aboveboard.domain.port;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
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
}
