package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.testkit.contract.InstallationStoreContract;
import java.sql.SQLException;

class JdbcInstallationStoreContractIT implements InstallationStoreContract {
    private final Postgres postgres = new Postgres();
    private final InstallationStore store = JdbcInstallationStore.create(postgres.config(), "timetracker");
    private final InstallationStore another = JdbcInstallationStore.over(postgres.source(), "timetracker");

    JdbcInstallationStoreContractIT() throws SQLException {}

    @Override
    public InstallationStore store() {
        return store;
    }

    @Override
    public InstallationStore anotherStore() {
        return another;
    }
}
