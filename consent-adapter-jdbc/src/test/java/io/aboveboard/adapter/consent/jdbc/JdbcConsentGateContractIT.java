package io.aboveboard.adapter.consent.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.testkit.contract.ConsentGateContract;
import io.aboveboard.testkit.fixture.SampleDecisions;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** Each call opens the gate anew, as another replica does, over the connections of one pool. */
@Tag("thorough")
class JdbcConsentGateContractIT implements ConsentGateContract {
    private final HikariDataSource source = new Postgres().pool();

    JdbcConsentGateContractIT() throws SQLException {
        JdbcInstallationStore.over(source, "timetracker").ledger().append(SampleDecisions.yes());
    }

    @AfterEach
    void closeThePool() {
        source.close();
    }

    @Override
    public ConsentGate gate(Duration patience) {
        return new JdbcConsentGate(new SharedDatabase(Database.over(source), "timetracker"), patience, new Places(4));
    }
}
