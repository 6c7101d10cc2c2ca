package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.testkit.fake.FailingOutbox;

class FailingOutboxContractTest implements OutboxContract {
    @Override
    public Outbox newOutbox(long maxBytes) {
        return new FailingOutbox(maxBytes);
    }
}
