package io.aboveboard.adapter.consent.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.testkit.contract.InstallationStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class JdbcInstallationStoreContractIT implements InstallationStoreContract {
    private final Postgres postgres = new Postgres();
    private final HikariDataSource pool = postgres.pool();
    private final InstallationStore store = JdbcInstallationStore.create(postgres.config(), "timetracker");
    private final InstallationStore another = JdbcInstallationStore.over(pool, "timetracker");

    JdbcInstallationStoreContractIT() throws SQLException {}

    @AfterEach
    void closeThePool() {
        pool.close();
    }

    @Override
    public InstallationStore store() {
        return store;
    }

    @Override
    public InstallationStore anotherStore() {
        return another;
    }
}
