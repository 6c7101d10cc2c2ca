package io.aboveboard.domain.consent;

import io.aboveboard.domain.installation.InstallationReading;
import java.util.List;
import java.util.Optional;

/**
 * The decision in force and since when nothing but yes was said: a yes that follows a yes to the same text goes on with
 * its epoch, so that saying it again, for more, takes nothing back.
 *
 * @param number the sequence of the receipt that the epoch began with
 * @param last the last receipt
 */
public record ConsentEpoch(long number, ConsentReceipt last) {
    /**
     * The epoch that a chain of receipts has come to.
     *
     * @param history all receipts, oldest first
     * @return the epoch, or nothing if nothing was ever decided
     */
    public static Optional<ConsentEpoch> of(List<ConsentReceipt> history) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        int begin = history.size() - 1;
        ConsentReceipt last = history.get(begin);
        while (begin > 0 && goesOn(history.get(begin - 1), last)) {
            begin--;
        }
        return Optional.of(new ConsentEpoch(history.get(begin).sequence(), last));
    }

    private static boolean goesOn(ConsentReceipt earlier, ConsentReceipt last) {
        return earlier.state() == ConsentState.GRANTED
                && last.state() == ConsentState.GRANTED
                && earlier.terms().textVersion().equals(last.terms().textVersion());
    }

    /**
     * What the receipts and the installation together say.
     *
     * @param reading the installation as it was read
     * @return the stored consent
     */
    public StoredConsent with(InstallationReading reading) {
        StoredConsent stored = ConsentReconciliation.reconcile(last, reading);
        return stored instanceof StoredConsent.Decided ? new StoredConsent.Decided(last, number) : stored;
    }
}
