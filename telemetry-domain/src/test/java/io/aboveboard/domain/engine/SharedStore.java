package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.memory.InMemoryBaseClaims;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.port.BaseClaim;
import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A database that replicas share, and that can be down. */
final class SharedStore implements InstallationStore, ConsentLedger, ConsentGate, BaseClaims {
    private final ManualTime clock;
    private final BaseClaims claimed;
    private final ConsentGate gate = ConsentGate.open();
    private final List<EncodedRecord> records = new ArrayList<>();
    private InMemoryInstallationStore kept = new InMemoryInstallationStore();
    volatile boolean down;
    volatile boolean receiptsDown;
    volatile boolean receiptsBroken;
    volatile @Nullable Runnable afterClaim;

    SharedStore(ManualTime clock) {
        this.clock = clock;
        this.claimed = new InMemoryBaseClaims(clock);
    }

    Installation stored() {
        return kept.read().known().orElse(Installation.blank());
    }

    /** As somebody does who starts the database on an empty disk. */
    void forget() {
        kept = new InMemoryInstallationStore();
    }

    List<EncodedRecord> claimedRecords() {
        return List.copyOf(records);
    }

    EncodedRecord lastClaimed() {
        return records.get(records.size() - 1);
    }

    private void check() {
        if (down) {
            throw new InstallationStoreException("the database cannot be reached");
        }
    }

    private void checkLedger() {
        if (down || receiptsDown) {
            throw new ConsentLedgerException("the database cannot be reached");
        }
    }

    private void checkReceipts() {
        checkLedger();
        if (receiptsBroken) {
            throw new ConsentLedgerException("the last receipt was changed after it was written");
        }
    }

    @Override
    public InstallationReading read() {
        return down ? new InstallationReading.Unreadable("db", "the database cannot be reached") : kept.read();
    }

    @Override
    public Installation update(UnaryOperator<Installation> change) {
        check();
        return kept.update(change);
    }

    @Override
    public ConsentLedger ledger() {
        return this;
    }

    @Override
    public ConsentGate gate() {
        return this;
    }

    @Override
    public BaseClaims claims() {
        return this;
    }

    @Override
    public Optional<ConsentReceipt> last() {
        checkReceipts();
        return kept.ledger().last();
    }

    @Override
    public List<ConsentReceipt> history() {
        checkReceipts();
        return kept.ledger().history();
    }

    @Override
    public ConsentChain verify() {
        checkLedger();
        return receiptsBroken
                ? new ConsentChain.Broken(List.of(), 1, "was changed")
                : kept.ledger().verify();
    }

    @Override
    public ConsentReceipt append(ConsentDecision decision) {
        checkLedger();
        return kept.ledger().append(decision);
    }

    @Override
    public void retire() {
        checkLedger();
        kept.ledger().retire();
    }

    @Override
    public void forgetRetired() {
        checkLedger();
        kept.ledger().forgetRetired();
    }

    @Override
    public <T> T shared(Supplier<T> action) {
        check();
        return gate.shared(action);
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        check();
        return gate.exclusively(action);
    }

    @Override
    public Optional<Instant> now() {
        check();
        return Optional.of(clock.instant());
    }

    @Override
    public boolean claim(BaseClaim claim) {
        check();
        boolean granted = claimed.claim(claim);
        if (granted) {
            records.add(claim.record());
        }
        Runnable then = afterClaim;
        if (granted && then != null) {
            then.run();
        }
        return granted;
    }

    @Override
    public List<EncodedRecord> takeOver(InstallId id) {
        check();
        return claimed.takeOver(id);
    }

    @Override
    public void delivered(Collection<RecordUid> uids) {
        check();
        claimed.delivered(uids);
    }
}
