package io.aboveboard.testkit.fake;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.memory.InMemoryOutbox;
import io.aboveboard.domain.port.DeliveryJournal;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
    public Stored append(Clearance clearance, List<EncodedRecord> records) {
        breaker.check(OutboxException::new);
        return outbox.append(clearance, records);
    }

    @Override
    public List<EncodedRecord> oldest(Layer layer, int maxRecords, long maxBytes, Predicate<EncodedRecord> wanted) {
        breaker.check(OutboxException::new);
        return outbox.oldest(layer, maxRecords, maxBytes, wanted);
    }

    @Override
    public void eachWaiting(Layer layer, Consumer<EncodedRecord> each) {
        breaker.check(OutboxException::new);
        outbox.eachWaiting(layer, each);
    }

    @Override
    public boolean holds(RecordUid uid) {
        return outbox.holds(uid);
    }

    @Override
    public boolean recalls(RecordUid uid) {
        return outbox.recalls(uid);
    }

    @Override
    public int settle(List<EncodedRecord> records, Settlement settlement) {
        breaker.check(OutboxException::new);
        return outbox.settle(records, settlement);
    }

    @Override
    public void replace(Clearance clearance, EncodedRecord old, EncodedRecord replacement) {
        breaker.check(OutboxException::new);
        outbox.replace(clearance, old, replacement);
    }

    @Override
    public boolean claim() {
        breaker.check(OutboxException::new);
        return outbox.claim();
    }

    @Override
    public String id() {
        breaker.check(OutboxException::new);
        return outbox.id();
    }

    @Override
    public void forgetSent() {
        breaker.check(OutboxException::new);
        outbox.forgetSent();
    }

    @Override
    public void erase() {
        breaker.check(OutboxException::new);
        outbox.erase();
    }

    @Override
    public void nudge() {
        breaker.check(OutboxException::new);
        outbox.nudge();
    }

    @Override
    public boolean nudged() {
        return outbox.nudged();
    }

    @Override
    public DeliveryJournal journal() {
        return outbox.journal();
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
    public void eachSent(Consumer<SentRecord> each) {
        outbox.eachSent(each);
    }

    @Override
    public void close() {
        outbox.close();
    }
}
