package io.aboveboard.domain.replica;

import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import java.util.List;

/**
 * Takes an installation to another store, such as from a file to a database: its identity, what it has reached, and every
 * receipt in its place, so that the chain has the same hashes there. Nothing is taken away from where it came; whoever moves
 * it sees to it that nobody uses both. Cut short, it may be repeated.
 */
public final class Relocation {
    private Relocation() {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Everything is there.
         *
         * @param id whose installation
         * @param receipts how many receipts it has
         */
        record Moved(InstallId id, int receipts) implements Outcome {}

        /**
         * It was not moved, or not wholly.
         *
         * @param why what is in the way, and what to do about it
         */
        record NotMoved(String why) implements Outcome {}
    }

    /**
     * Takes an installation along.
     *
     * @param from where it is
     * @param to where it goes; holds nothing, or an earlier state of the same installation
     * @return what came of it
     */
    public static Outcome move(InstallationStore from, InstallationStore to) {
        InstallationReading reading = from.read();
        if (reading instanceof InstallationReading.Unreadable unreadable) {
            return new Outcome.NotMoved(unreadable.where() + ": " + unreadable.why());
        }
        Installation installation = reading.known().orElse(Installation.blank());
        InstallId id = installation.id().orElse(null);
        if (id == null) {
            return new Outcome.NotMoved(
                    "there is no installation to be moved: it gets its identity when it first reports");
        }
        try {
            List<ConsentReceipt> receipts = from.ledger().history();
            Outcome outcome = to.gate().exclusively(() -> move(id, installation, receipts, to));
            return outcome instanceof Outcome.NotMoved || isUnchanged(from, reading, receipts)
                    ? outcome
                    : new Outcome.NotMoved(
                            "it was changed meanwhile where it comes from; end what uses it, then repeat this");
        } catch (InstallationStoreException | ConsentLedgerException failed) {
            return new Outcome.NotMoved(String.valueOf(failed.getMessage()));
        }
    }

    private static boolean isUnchanged(
            InstallationStore from, InstallationReading reading, List<ConsentReceipt> receipts) {
        return from.read().equals(reading) && from.ledger().history().equals(receipts);
    }

    private static Outcome move(
            InstallId id, Installation installation, List<ConsentReceipt> receipts, InstallationStore to) {
        InstallationReading there = to.read();
        if (there instanceof InstallationReading.Unreadable unreadable) {
            return new Outcome.NotMoved(unreadable.where() + ": " + unreadable.why());
        }
        InstallId other = there.known().flatMap(Installation::id).orElse(id);
        if (!other.equals(id)) {
            return new Outcome.NotMoved("another installation is there already, " + other + ", and this one is " + id
                    + "; only one of them can stay");
        }
        List<ConsentReceipt> known = to.ledger().history();
        if (known.size() > receipts.size() || !receipts.subList(0, known.size()).equals(known)) {
            return new Outcome.NotMoved("decisions were taken there that are not known here; move it the other way");
        }
        return bring(id, installation, receipts.subList(known.size(), receipts.size()), receipts, to);
    }

    /** The receipts come first: until all is there it reads as a no, or as undecided. */
    private static Outcome bring(
            InstallId id,
            Installation installation,
            List<ConsentReceipt> missing,
            List<ConsentReceipt> all,
            InstallationStore to) {
        for (ConsentReceipt receipt : missing) {
            to.ledger().append(new ConsentDecision(receipt.state(), receipt.actor(), receipt.at(), receipt.terms()));
        }
        to.update(stored -> arrived(stored, id, installation));
        return to.ledger().history().equals(all)
                ? new Outcome.Moved(id, all.size())
                : new Outcome.NotMoved("somebody decided there meanwhile; end what uses it, then repeat this");
    }

    private static Installation arrived(Installation stored, InstallId id, Installation installation) {
        Installation identified =
                installation.salt().map(salt -> stored.withIdentity(id, salt)).orElseGet(() -> stored.withId(id));
        return Progress.of(installation)
                .addedTo(identified)
                .withPreference(installation.preference())
                .withSetupComplete(installation.isSetupComplete());
    }
}
