package io.aboveboard.testkit.contract;

import io.aboveboard.domain.memory.InMemoryOutbox;
import io.aboveboard.domain.port.Outbox;

class InMemoryOutboxContractTest implements OutboxContract {
    @Override
    public Outbox newOutbox(long maxBytes) {
        return new InMemoryOutbox(maxBytes);
    }
}
