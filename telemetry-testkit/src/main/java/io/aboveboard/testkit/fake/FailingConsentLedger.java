package io.aboveboard.testkit.fake;

import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentLedgerException;
import java.util.List;
import java.util.Optional;

/** The ledger of a {@link FailingInstallationStore}. */
final class FailingConsentLedger implements ConsentLedger {
    private final ConsentLedger ledger;
    private final Breaker breaker;

    FailingConsentLedger(ConsentLedger ledger, Breaker breaker) {
        this.ledger = ledger;
        this.breaker = breaker;
    }

    @Override
    public Optional<ConsentReceipt> last() {
        breaker.check(ConsentLedgerException::new);
        return ledger.last();
    }

    @Override
    public List<ConsentReceipt> history() {
        breaker.check(ConsentLedgerException::new);
        return ledger.history();
    }

    @Override
    public ConsentReceipt append(ConsentDecision decision) {
        breaker.check(ConsentLedgerException::new);
        return ledger.append(decision);
    }

    @Override
    public void retire() {
        breaker.check(ConsentLedgerException::new);
        ledger.retire();
    }

    @Override
    public void forgetRetired() {
        breaker.check(ConsentLedgerException::new);
        ledger.forgetRetired();
    }
}
