package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An installation that can be made unreadable or unwritable, and its ledger likewise. */
final class BreakableStore implements InstallationStore, ConsentLedger {
    final AtomicInteger updates = new AtomicInteger();
    private final InMemoryInstallationStore healthy = new InMemoryInstallationStore();
    private final SharedGate gate = new SharedGate();
    volatile boolean updatesFail;
    volatile boolean ledgerReadsFail;
    volatile boolean ledgerWritesFail;
    volatile boolean retiringFails;
    volatile boolean forgettingFails;
    private final List<ConsentReceipt> retired = new ArrayList<>();
    volatile InstallationReading.@Nullable Unreadable unreadable;
    volatile Runnable afterRead = () -> {};

    /** What the host writes into the installation beside us. */
    void hostWrites(UnaryOperator<Installation> change) {
        healthy.update(change);
    }

    void hostDecides(StoredPreference preference) {
        hostWrites(stored -> stored.withPreference(preference).withSetupComplete(true));
    }

    Installation stored() {
        return healthy.read() instanceof InstallationReading.Found found ? found.installation() : Installation.blank();
    }

    @Override
    public InstallationReading read() {
        InstallationReading broken = unreadable;
        InstallationReading reading = broken == null ? healthy.read() : broken;
        afterRead.run();
        return reading;
    }

    @Override
    public Installation update(UnaryOperator<Installation> change) {
        if (updatesFail || unreadable != null) {
            throw new InstallationStoreException("installation.json: disk full");
        }
        updates.incrementAndGet();
        return healthy.update(change);
    }

    @Override
    public ConsentLedger ledger() {
        return this;
    }

    @Override
    public SharedGate gate() {
        return gate;
    }

    @Override
    public Optional<ConsentReceipt> last() {
        failIf(ledgerReadsFail);
        return healthy.ledger().last();
    }

    @Override
    public List<ConsentReceipt> history() {
        failIf(ledgerReadsFail);
        return healthy.ledger().history();
    }

    @Override
    public ConsentReceipt append(ConsentDecision decision) {
        failIf(ledgerWritesFail);
        return healthy.ledger().append(decision);
    }

    @Override
    public void retire() {
        failIf(retiringFails);
        retired.addAll(history());
        healthy.ledger().retire();
    }

    @Override
    public void forgetRetired() {
        failIf(forgettingFails);
        retired.clear();
    }

    List<ConsentReceipt> retired() {
        return retired;
    }

    private static void failIf(boolean broken) {
        if (broken) {
            throw new ConsentLedgerException("receipts: disk full");
        }
    }
}
