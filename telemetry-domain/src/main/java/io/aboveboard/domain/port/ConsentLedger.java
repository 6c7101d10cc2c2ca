package io.aboveboard.domain.port;

import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the receipts: append-only and hash-chained. Implementations are thread-safe and safe beside other processes on
 * the same installation.
 */
public interface ConsentLedger {
    /**
     * The last receipt, read now, never from a cache.
     *
     * @return the receipt, or nothing if nothing was ever decided
     * @throws ConsentLedgerException if the receipts cannot be read; that is never taken for their absence
     */
    Optional<ConsentReceipt> last();

    /**
     * All receipts.
     *
     * @return the chain, oldest first
     * @throws ConsentLedgerException if the receipts cannot be read
     */
    List<ConsentReceipt> history();

    /**
     * Gives a decision its place at the end of the chain.
     *
     * @param decision the decision
     * @return its receipt, durable
     * @throws ConsentLedgerException if it could not be stored; the chain is then unchanged
     */
    ConsentReceipt append(ConsentDecision decision);
}
