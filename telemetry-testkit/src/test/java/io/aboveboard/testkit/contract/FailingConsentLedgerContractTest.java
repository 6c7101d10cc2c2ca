package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.testkit.fake.FailingInstallationStore;
import io.aboveboard.testkit.marks.AgainstDouble;

@AgainstDouble
class FailingConsentLedgerContractTest implements ConsentLedgerContract {
    private final ConsentLedger ledger = new FailingInstallationStore().ledger();

    @Override
    public ConsentLedger ledger() {
        return ledger;
    }

    @Override
    public ConsentLedger anotherLedger() {
        return ledger;
    }
}
