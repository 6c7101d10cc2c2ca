package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.testkit.contract.BaseClaimsContract;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;

/** Two stores at one H2, whose clock the test sets. */
@Proves({Promise.P4, Promise.P9})
@Fault({"G1", "G2"})
class JdbcBaseClaimsContractTest implements BaseClaimsContract {
    private final H2 h2 = H2.inMemory();
    private final SetClock clock = new SetClock();
    private final BaseClaims claims = claimsAnew();
    private final BaseClaims others = claimsAnew();

    private BaseClaims claimsAnew() {
        return JdbcInstallationStore.over(clock.over(h2.source()), "timetracker")
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
        clock.advance(duration);
    }
}
