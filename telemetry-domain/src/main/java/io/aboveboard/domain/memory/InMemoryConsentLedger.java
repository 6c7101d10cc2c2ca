package io.aboveboard.domain.memory;

import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.port.ConsentLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Receipts that end with the process. Thread-safe. */
final class InMemoryConsentLedger implements ConsentLedger {
    private final List<ConsentReceipt> receipts = new ArrayList<>();

    @Override
    public synchronized Optional<ConsentReceipt> last() {
        return receipts.isEmpty() ? Optional.empty() : Optional.of(receipts.get(receipts.size() - 1));
    }

    @Override
    public synchronized List<ConsentReceipt> history() {
        return List.copyOf(receipts);
    }

    @Override
    public synchronized ConsentReceipt append(ConsentDecision decision) {
        ConsentReceipt receipt = decision.after(last().orElse(null));
        receipts.add(receipt);
        return receipt;
    }

    @Override
    public synchronized void retire() {
        receipts.clear();
    }

    @Override
    public void forgetRetired() {
        // What was put aside is gone already.
    }
}
