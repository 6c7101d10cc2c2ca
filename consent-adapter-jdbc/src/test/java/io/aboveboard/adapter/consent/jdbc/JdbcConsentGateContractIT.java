package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.testkit.contract.ConsentGateContract;
import io.aboveboard.testkit.fixture.SampleDecisions;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Each call opens the gate anew, as another replica does. */
class JdbcConsentGateContractIT implements ConsentGateContract {
    private final DataSource source = new Postgres().source();

    JdbcConsentGateContractIT() throws SQLException {
        JdbcInstallationStore.over(source, "timetracker").ledger().append(SampleDecisions.yes());
    }

    @Override
    public ConsentGate gate(Duration patience) {
        return new JdbcConsentGate(new SharedDatabase(Database.over(source), "timetracker"), patience);
    }
}
