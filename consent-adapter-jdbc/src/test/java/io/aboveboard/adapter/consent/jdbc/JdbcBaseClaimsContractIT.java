package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.testkit.contract.BaseClaimsContract;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

/** Two replicas at one database, whose clock the test sets. */
@Tag("thorough")
@Proves({Promise.P4, Promise.P9})
@Fault({"G1", "G2"})
class JdbcBaseClaimsContractIT implements BaseClaimsContract {
    private final Postgres postgres = new Postgres();
    private final BaseClaims claims;
    private final BaseClaims others;

    JdbcBaseClaimsContractIT() throws SQLException {
        postgres.takeOverTheClock();
        claims = JdbcInstallationStore.create(postgres.configWithSetClock(), "timetracker")
                .claims();
        others = JdbcInstallationStore.create(postgres.configWithSetClock(), "timetracker")
                .claims();
    }

    @Override
    public BaseClaims claims() {
        return claims;
    }

    @Override
    public BaseClaims others() {
        return others;
    }

    @Override
    public void pass(Duration duration) {
        postgres.advance(duration);
    }
}
