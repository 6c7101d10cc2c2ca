package io.aboveboard.testkit.fake;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import java.util.function.UnaryOperator;

/** A store, with its ledger, that works until told to fail; what it held before is intact after. Thread-safe. */
public final class FailingInstallationStore implements InstallationStore {
    private final InstallationStore store = new InMemoryInstallationStore();
    private final Breaker breaker = new Breaker();
    private final Breaker ledgerBreaker = new Breaker();
    private final ConsentLedger ledger = new FailingConsentLedger(store.ledger(), ledgerBreaker);

    /** A store that works, with nothing stored yet. */
    public FailingInstallationStore() {}

    /** From now on the installation is unreadable and cannot be written, and so are the receipts. */
    public void fail() {
        breaker.set(true);
        ledgerBreaker.set(true);
    }

    /** From now on the receipts cannot be read or written; the installation itself can. */
    public void failLedgerOnly() {
        ledgerBreaker.set(true);
    }

    /** From now on everything works again. */
    public void recover() {
        breaker.set(false);
        ledgerBreaker.set(false);
    }

    @Override
    public InstallationReading read() {
        return breaker.isBroken()
                ? new InstallationReading.Unreadable("failing store", "it was told to fail; tell it to recover")
                : store.read();
    }

    @Override
    public Installation update(UnaryOperator<Installation> change) {
        breaker.check(InstallationStoreException::new);
        return store.update(change);
    }

    @Override
    public ConsentLedger ledger() {
        return ledger;
    }

    @Override
    public ConsentGate gate() {
        return store.gate();
    }
}
