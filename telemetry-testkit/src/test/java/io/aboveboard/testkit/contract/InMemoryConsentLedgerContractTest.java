package io.aboveboard.testkit.contract;

import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.port.ConsentLedger;

class InMemoryConsentLedgerContractTest implements ConsentLedgerContract {
    private final ConsentLedger ledger = new InMemoryInstallationStore().ledger();

    @Override
    public ConsentLedger ledger() {
        return ledger;
    }

    @Override
    public ConsentLedger anotherLedger() {
        return ledger;
    }
}
