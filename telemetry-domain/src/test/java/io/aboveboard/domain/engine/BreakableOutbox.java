package io.aboveboard.domain.engine;

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
import java.util.function.Predicate;

/** An outbox that can be made to fail, as its port allows or otherwise. */
final class BreakableOutbox implements Outbox {
    private final InMemoryOutbox healthy;
    volatile boolean appendsFail;
    volatile boolean appendsBreak;
    volatile boolean readsFail;
    volatile boolean settlingFails;
    volatile boolean purgesFail;
    volatile boolean erasingFails;
    volatile boolean claimedElsewhere;
    volatile boolean closed;
    volatile List<String> remarks = List.of();

    /** What happens meanwhile, each time that somebody looks at the contents. */
    volatile Runnable meanwhile = () -> {};

    /** What happens before anything is stored. */
    volatile Runnable beforeAppending = () -> {};

    BreakableOutbox(long maxBytes) {
        healthy = new InMemoryOutbox(maxBytes);
    }

    @Override
    public Stored append(Clearance clearance, List<EncodedRecord> records) {
        beforeAppending.run();
        failIf(appendsFail);
        if (appendsBreak) {
            throw new IllegalStateException("not in the contract");
        }
        return healthy.append(clearance, records);
    }

    @Override
    public List<EncodedRecord> oldest(Layer layer, int maxRecords, long maxBytes, Predicate<EncodedRecord> wanted) {
        failIf(readsFail);
        return healthy.oldest(layer, maxRecords, maxBytes, wanted);
    }

    @Override
    public boolean holds(RecordUid uid) {
        return healthy.holds(uid);
    }

    @Override
    public boolean recalls(RecordUid uid) {
        return healthy.recalls(uid);
    }

    @Override
    public int settle(List<EncodedRecord> records, Settlement settlement) {
        failIf(settlingFails);
        return healthy.settle(records, settlement);
    }

    @Override
    public void replace(Clearance clearance, EncodedRecord old, EncodedRecord replacement) {
        failIf(settlingFails);
        healthy.replace(clearance, old, replacement);
    }

    @Override
    public boolean claim() {
        return !claimedElsewhere;
    }

    @Override
    public String id() {
        return healthy.id();
    }

    @Override
    public void forgetSent() {
        healthy.forgetSent();
    }

    @Override
    public void erase() {
        failIf(erasingFails);
        healthy.erase();
    }

    @Override
    public void nudge() {
        healthy.nudge();
    }

    @Override
    public boolean nudged() {
        return healthy.nudged();
    }

    @Override
    public DeliveryJournal journal() {
        return healthy.journal();
    }

    @Override
    public int purgeDetailedExcept(long epoch) {
        failIf(purgesFail);
        return healthy.purgeDetailedExcept(epoch);
    }

    @Override
    public OutboxContents contents() {
        OutboxContents seen = healthy.contents();
        meanwhile.run();
        return seen;
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public List<SentRecord> sent(int atMost) {
        return healthy.sent(atMost);
    }

    @Override
    public void close() {
        closed = true;
    }

    private static void failIf(boolean broken) {
        if (broken) {
            throw new OutboxException("outbox: disk full");
        }
    }
}
