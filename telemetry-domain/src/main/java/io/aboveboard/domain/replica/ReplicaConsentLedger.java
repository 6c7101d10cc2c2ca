package io.aboveboard.domain.replica;

import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentLedgerException;
import java.util.List;
import java.util.Optional;

/** The shared receipts. Whoever went past the gate sees none, and may not act upon them. Thread-safe. */
final class ReplicaConsentLedger implements ConsentLedger {
    private final ConsentLedger shared;
    private final ReplicaConsentGate gate;
    private final Reach reach;

    ReplicaConsentLedger(ConsentLedger shared, ReplicaConsentGate gate, Reach reach) {
        this.shared = shared;
        this.gate = gate;
        this.reach = reach;
    }

    @Override
    public Optional<ConsentReceipt> last() {
        String why = gate.pastBecause().isEmpty() ? reach.hindrance() : gate.pastBecause();
        if (!why.isEmpty()) {
            throw new ConsentLedgerException(why);
        }
        return shared.last();
    }

    @Override
    public List<ConsentReceipt> history() {
        return shared.history();
    }

    @Override
    public ConsentChain verify() {
        return shared.verify();
    }

    @Override
    public ConsentReceipt append(ConsentDecision decision) {
        return shared.append(decision);
    }

    @Override
    public void retire() {
        shared.retire();
    }

    @Override
    public void forgetRetired() {
        shared.forgetRetired();
    }
}
