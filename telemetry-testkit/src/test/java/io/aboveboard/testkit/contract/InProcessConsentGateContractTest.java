package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.ConsentGate;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

class InProcessConsentGateContractTest implements ConsentGateContract {
    private final ConcurrentMap<Duration, ConsentGate> gates = new ConcurrentHashMap<>();

    @Override
    public ConsentGate gate(Duration patience) {
        return gates.computeIfAbsent(patience, ConsentGate::withinProcess);
    }
}
