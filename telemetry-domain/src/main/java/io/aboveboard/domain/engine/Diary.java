package io.aboveboard.domain.engine;

import io.aboveboard.domain.port.DeliveryMemo;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.record.RecordUid;

/**
 * How delivery fares, kept over restarts: opened by the one process that has the outbox, read by all. Thread-safe.
 */
final class Diary {
    private final Outbox outbox;
    private final Pause pause;
    private final Refusals refusals;
    private DeliveryMemo saved = DeliveryMemo.BLANK;
    private boolean open;

    Diary(Outbox outbox, Pause pause, Refusals refusals) {
        this.outbox = outbox;
        this.pause = pause;
        this.refusals = refusals;
    }

    /**
     * Whether this process is the one that delivers; the first time it is, it goes on where the last one ended.
     *
     * @throws io.aboveboard.domain.port.OutboxException if that cannot be found out
     */
    synchronized boolean open() {
        if (outbox.claim() && !open) {
            saved = outbox.journal().memo();
            pause.restore(saved);
            refusals.restore(saved.refusedOnce());
            open = true;
        }
        return open;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /**
     * Remembers what has changed.
     *
     * @throws io.aboveboard.domain.port.OutboxException if that could not be stored
     */
    synchronized void save() {
        DeliveryMemo memo = pause.memo(refusals.remembered());
        if (!memo.equals(saved)) {
            outbox.journal().remember(memo);
            saved = memo;
        }
    }

    /** How delivery fares, here or in the process that delivers. */
    synchronized DeliveryState state() {
        return open ? pause.state() : outbox.journal().memo().state();
    }

    /** Whether a base record was refused for good twice. */
    synchronized boolean isGivenUp(RecordUid uid) {
        if (!open) {
            refusals.restore(outbox.journal().memo().refusedOnce());
        }
        return refusals.isGivenUp(uid);
    }
}
