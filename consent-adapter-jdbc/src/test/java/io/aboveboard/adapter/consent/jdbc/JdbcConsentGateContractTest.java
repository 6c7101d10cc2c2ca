package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.testkit.contract.ConsentGateContract;
import io.aboveboard.testkit.fixture.SampleDecisions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** In H2, as one process has it: what is promised of the order there is promised of one gate. */
class JdbcConsentGateContractTest implements ConsentGateContract {
    private final H2 h2 = H2.inMemory();
    private final Map<Duration, ConsentGate> gates = new ConcurrentHashMap<>();

    JdbcConsentGateContractTest() {
        JdbcInstallationStore.over(h2.source(), "timetracker").ledger().append(SampleDecisions.yes());
    }

    @Override
    public ConsentGate gate(Duration patience) {
        return gates.computeIfAbsent(
                patience,
                like -> new JdbcConsentGate(
                        new SharedDatabase(Database.over(h2.source()), "timetracker"), like, new Places(4)));
    }
}
