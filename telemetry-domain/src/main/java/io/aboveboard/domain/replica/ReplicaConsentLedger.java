package io.aboveboard.domain.replica;

import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentLedgerException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The shared receipts. Whoever went past the gate sees none, and may not act upon them. Thread-safe. */
final class ReplicaConsentLedger implements ConsentLedger {
    private final ConsentLedger shared;
    private final ReplicaConsentGate gate;
    private final Reach reach;
    private final Kinship kinship;
    private final KeptNo kept;
    private final HostFile host;

    ReplicaConsentLedger(
            ConsentLedger shared, ReplicaConsentGate gate, Reach reach, Kinship kinship, KeptNo kept, HostFile host) {
        this.shared = shared;
        this.gate = gate;
        this.reach = reach;
        this.kinship = kinship;
        this.kept = kept;
        this.host = host;
    }

    @Override
    public Optional<ConsentReceipt> last() {
        String why = gate.pastBecause().isEmpty() ? reach.hindrance() : gate.pastBecause();
        if (!why.isEmpty()) {
            throw new ConsentLedgerException(why);
        }
        return known(shared::last);
    }

    /** Who could read the installation, but not its receipts, has lost both: what they say belongs together. */
    private <T> T known(Supplier<T> look) {
        try {
            return look.get();
        } catch (ConsentLedgerException failed) {
            if (!isBroken()) {
                reach.lost(String.valueOf(failed.getMessage()));
            }
            throw failed;
        }
    }

    /** Whether they can be read, and are not what was written. Then nothing is out of reach, and only what they allow ends. */
    boolean isBroken() {
        try {
            return shared.verify() instanceof ConsentChain.Broken;
        } catch (ConsentLedgerException unreadable) {
            return false;
        }
    }

    @Override
    public List<ConsentReceipt> history() {
        return known(shared::history);
    }

    @Override
    public ConsentChain verify() {
        return shared.verify();
    }

    @Override
    public ConsentReceipt append(ConsentDecision decision) {
        try {
            String hindrance = reach.hindrance();
            String objection = hindrance.isEmpty() ? kinship.objection() : hindrance;
            if (!objection.isEmpty()) {
                throw new ConsentLedgerException(objection);
            }
            return shared.append(decision);
        } catch (ConsentLedgerException failed) {
            kept.keep(decision);
            throw failed;
        }
    }

    @Override
    public void retire() {
        shared.retire();
    }

    @Override
    public void forgetRetired() {
        shared.forgetRetired();
        host.forgetRetired();
    }
}
