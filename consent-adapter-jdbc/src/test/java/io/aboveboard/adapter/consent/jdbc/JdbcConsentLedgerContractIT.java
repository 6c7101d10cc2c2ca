package io.aboveboard.adapter.consent.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.aboveboard.domain.port.ConsentLedger;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class JdbcConsentLedgerContractIT implements JdbcConsentLedgerContract {
    private final Postgres postgres = new Postgres();
    private final HikariDataSource pool = postgres.pool();
    private final ConsentLedger ledger =
            JdbcInstallationStore.create(postgres.config(), "timetracker").ledger();
    private final ConsentLedger another =
            JdbcInstallationStore.over(pool, "timetracker").ledger();

    JdbcConsentLedgerContractIT() throws SQLException {}

    @AfterEach
    void closeThePool() {
        pool.close();
    }

    @Override
    public ConsentLedger ledger() {
        return ledger;
    }

    @Override
    public ConsentLedger anotherLedger() {
        return another;
    }

    @Override
    public HostDatabase host() {
        return postgres;
    }
}
