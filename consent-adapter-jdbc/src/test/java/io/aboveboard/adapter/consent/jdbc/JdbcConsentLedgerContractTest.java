package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.ConsentLedger;

/** In H2. */
class JdbcConsentLedgerContractTest implements JdbcConsentLedgerContract {
    private final H2 h2 = H2.inMemory();
    private final ConsentLedger ledger =
            JdbcInstallationStore.create(h2.config(), "timetracker").ledger();
    private final ConsentLedger another =
            JdbcInstallationStore.over(h2.source(), "timetracker").ledger();

    @Override
    public HostDatabase host() {
        return h2;
    }

    @Override
    public ConsentLedger ledger() {
        return ledger;
    }

    @Override
    public ConsentLedger anotherLedger() {
        return another;
    }
}
