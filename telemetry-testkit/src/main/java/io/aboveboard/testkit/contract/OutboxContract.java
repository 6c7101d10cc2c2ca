package io.aboveboard.testkit.contract;

/** What every {@link io.aboveboard.domain.port.Outbox} must do. */
public interface OutboxContract
        extends OutboxStorageContract, OutboxDeliveryContract, OutboxPurgeContract, OutboxJournalContract {}
