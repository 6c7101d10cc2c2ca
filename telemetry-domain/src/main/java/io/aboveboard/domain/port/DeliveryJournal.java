package io.aboveboard.domain.port;

import io.aboveboard.domain.record.DropReason;
import java.util.Map;

/**
 * What an outbox knows of the past: what became of the records, and how delivery fared. It outlives a restart as far as
 * the outbox does, and every process that looks at the same outbox sees the same. Implementations are thread-safe.
 */
public interface DeliveryJournal {
    /**
     * What became of the records, read now.
     *
     * @return what was noted, together with what the outbox stored, delivered and dropped itself
     */
    Account account();

    /**
     * Adds what happened before records reached the outbox.
     *
     * @param offered how many more were offered; negative where some were taken back
     * @param dropped how many more of them were dropped on the way, by reason
     * @throws OutboxException if it could not be noted; nothing is then added
     */
    void note(long offered, Map<DropReason, Long> dropped);

    /**
     * How delivery fared when it was last remembered.
     *
     * @return the memo
     */
    DeliveryMemo memo();

    /**
     * Remembers how delivery fares. Only the process that has claimed the outbox does.
     *
     * @param memo what to remember
     * @throws OutboxException if it could not be stored
     */
    void remember(DeliveryMemo memo);
}
