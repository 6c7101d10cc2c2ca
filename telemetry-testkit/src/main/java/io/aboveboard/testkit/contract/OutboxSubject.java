package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.Outbox;

/** How a test class makes the outbox it puts under the {@link OutboxContract}. */
public interface OutboxSubject {
    /** A size that none of the tests but those of a full outbox comes near: 1 MiB. */
    long AMPLE = 1024 * 1024;

    /**
     * Makes the outbox under test.
     *
     * @param maxBytes how many bytes of encoded records it keeps undelivered
     * @return an empty outbox, called for once a test; the test closes it
     */
    Outbox newOutbox(long maxBytes);
}
