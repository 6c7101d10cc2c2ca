package io.aboveboard.domain.engine;

import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.api.EraseOutcome;
import io.aboveboard.domain.api.Erasure;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;

/**
 * Forgets, in an order that a crash in between cannot undo: first a no, then the records, then the identity, and last the
 * receipts, which say no until they are gone. Thread-safe.
 */
final class Eraser implements Erasure {
    private final ConsentDesk desk;
    private final Outbox outbox;
    private final InstallationStore installation;

    Eraser(ConsentDesk desk, Outbox outbox, InstallationStore installation) {
        this.desk = desk;
        this.outbox = outbox;
        this.installation = installation;
    }

    @Override
    public EraseOutcome forgetSent() {
        return attempt(outbox::forgetSent);
    }

    @Override
    public EraseOutcome resetIdentity(Actor actor) {
        DecisionOutcome no = desk.withdraw(actor);
        if (no instanceof DecisionOutcome.InForceUnsaved unsaved && !unsaved.survivesRestart()) {
            return new EraseOutcome.NotDone(
                    "nothing was deleted, because not even a no could be saved: " + unsaved.why());
        }
        return attempt(() -> {
            outbox.erase();
            installation.resetIdentity();
        });
    }

    @Override
    public EraseOutcome erase(Actor actor) {
        EraseOutcome reset = resetIdentity(actor);
        return reset instanceof EraseOutcome.NotDone
                ? reset
                : attempt(() -> installation.ledger().forgetRetired());
    }

    private static EraseOutcome attempt(Runnable step) {
        try {
            step.run();
            return EraseOutcome.Done.DONE;
        } catch (OutboxException | InstallationStoreException | ConsentLedgerException failed) {
            return new EraseOutcome.NotDone(String.valueOf(failed.getMessage()));
        }
    }
}
