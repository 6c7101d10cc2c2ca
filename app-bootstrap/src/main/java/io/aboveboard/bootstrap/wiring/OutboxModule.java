package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import io.aboveboard.domain.port.Outbox;

/** The spool, which whoever starts has claimed already. */
final class OutboxModule extends AbstractModule {
    private final Outbox outbox;

    OutboxModule(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    protected void configure() {
        bind(Outbox.class).toInstance(outbox);
    }
}
