package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.testkit.contract.InstallationStoreContract;

/** In H2. */
class JdbcInstallationStoreContractTest implements InstallationStoreContract {
    private final H2 h2 = H2.inMemory();
    private final InstallationStore store = JdbcInstallationStore.create(h2.config(), "timetracker");
    private final InstallationStore another = JdbcInstallationStore.over(h2.source(), "timetracker");

    @Override
    public InstallationStore store() {
        return store;
    }

    @Override
    public InstallationStore anotherStore() {
        return another;
    }
}
