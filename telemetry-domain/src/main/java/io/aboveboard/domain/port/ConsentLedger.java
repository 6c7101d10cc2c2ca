package io.aboveboard.domain.port;

import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentEpoch;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
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
     * The decision in force and the epoch it belongs to, read now, never from a cache.
     *
     * @return the epoch, or nothing if nothing was ever decided
     * @throws ConsentLedgerException if the receipts cannot be read; that is never taken for their absence
     */
    default Optional<ConsentEpoch> epoch() {
        Optional<ConsentReceipt> last = last();
        boolean mayGoOn = last.filter(receipt -> receipt.state() == ConsentState.GRANTED && receipt.sequence() > 1)
                .isPresent();
        return mayGoOn
                ? ConsentEpoch.of(history())
                : last.map(receipt -> new ConsentEpoch(receipt.sequence(), receipt));
    }

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

    /**
     * Checks the whole chain and says where it is broken, if it is.
     *
     * @return what that came to
     * @throws ConsentLedgerException if nothing can be read at all
     */
    default ConsentChain verify() {
        return ConsentChain.verify(history().stream()
                .map(receipt -> new ConsentChain.Line.Legible(receipt, receipt.hash()))
                .toList());
    }

    /**
     * Puts the chain aside, so that the next decision begins another: the receipts are those of an identity that has been
     * given up. Nothing is deleted that proves a decision. Call it through {@link InstallationStore#resetIdentity()}.
     *
     * @throws ConsentLedgerException if that could not be done, or if this ledger does not know how
     */
    default void retire() {
        throw new ConsentLedgerException("These receipts cannot be put aside; begin with an empty store instead");
    }

    /**
     * Deletes the chains that were put aside, for somebody who wants everything forgotten.
     *
     * @throws ConsentLedgerException if that could not be done, or if this ledger does not know how
     */
    default void forgetRetired() {
        throw new ConsentLedgerException("These receipts cannot be deleted from here; delete their store instead");
    }
}
