package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.testkit.fake.FailingOutbox;
import io.aboveboard.testkit.marks.AgainstDouble;

@AgainstDouble
class FailingOutboxContractTest implements OutboxContract {
    @Override
    public Outbox newOutbox(long maxBytes) {
        return new FailingOutbox(maxBytes);
    }
}
