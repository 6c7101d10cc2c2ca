package io.aboveboard.testkit.fake;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.memory.InMemoryOutbox;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.List;

/** An outbox that works until told to fail, as with a full disk; what it held before is intact after. Thread-safe. */
public final class FailingOutbox implements Outbox {
    private final Outbox outbox;
    private final Breaker breaker = new Breaker();

    /** An outbox that works, with nothing in it. */
    public FailingOutbox() {
        this(InMemoryOutbox.DEFAULT_MAX_BYTES);
    }

    /**
     * An outbox of a given size that works.
     *
     * @param maxBytes how many bytes of encoded records it keeps undelivered
     */
    public FailingOutbox(long maxBytes) {
        this.outbox = new InMemoryOutbox(maxBytes);
    }

    /** From now on every call that may fail does. */
    public void fail() {
        breaker.set(true);
    }

    /** From now on every call works again. */
    public void recover() {
        breaker.set(false);
    }

    @Override
    public int append(Clearance clearance, List<EncodedRecord> records) {
        breaker.check(OutboxException::new);
        return outbox.append(clearance, records);
    }

    @Override
    public List<EncodedRecord> oldest(Layer layer, int maxRecords, long maxBytes) {
        breaker.check(OutboxException::new);
        return outbox.oldest(layer, maxRecords, maxBytes);
    }

    @Override
    public boolean holds(RecordUid uid) {
        return outbox.holds(uid);
    }

    @Override
    public int delivered(List<EncodedRecord> records, Instant at) {
        breaker.check(OutboxException::new);
        return outbox.delivered(records, at);
    }

    @Override
    public int discard(List<EncodedRecord> records) {
        breaker.check(OutboxException::new);
        return outbox.discard(records);
    }

    @Override
    public int purgeDetailedExcept(long epoch) {
        breaker.check(OutboxException::new);
        return outbox.purgeDetailedExcept(epoch);
    }

    @Override
    public OutboxContents contents() {
        return outbox.contents();
    }

    @Override
    public List<SentRecord> sent(int atMost) {
        return outbox.sent(atMost);
    }

    @Override
    public void close() {
        outbox.close();
    }
}
