package io.aboveboard.testkit.contract;

import io.aboveboard.domain.memory.InMemoryBaseClaims;
import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.testkit.fake.MutableClock;
import java.time.Duration;
import java.time.Instant;

class InMemoryBaseClaimsContractTest implements BaseClaimsContract {
    private final MutableClock clock = MutableClock.at(Instant.parse("2027-03-01T12:00:00Z"));
    private final BaseClaims claims = new InMemoryBaseClaims(clock);

    @Override
    public BaseClaims claims() {
        return claims;
    }

    @Override
    public BaseClaims others() {
        return claims;
    }

    @Override
    public void pass(Duration duration) {
        clock.advance(duration);
    }
}
