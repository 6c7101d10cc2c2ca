package io.aboveboard.domain.memory;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.port.DeliveryJournal;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * An outbox that ends with the process: what is undelivered then is lost. Bounded by bytes; of what was delivered the last
 * {@value #SENT_KEPT} records are kept. Thread-safe.
 */
public final class InMemoryOutbox implements Outbox {
    /** How many undelivered bytes are kept where nothing else is said: 10 MiB. */
    public static final long DEFAULT_MAX_BYTES = 10L * 1024 * 1024;

    /** How many delivered records are kept. */
    public static final int SENT_KEPT = 1_000;

    private final long maxBytes;
    private final InMemoryDeliveryJournal journal = new InMemoryDeliveryJournal();
    private final Map<Layer, Map<RecordUid, EncodedRecord>> waiting = new EnumMap<>(Layer.class);
    private final Deque<SentRecord> sent = new ArrayDeque<>();
    private String id = UUID.randomUUID().toString();
    private long bytes;
    private boolean nudged;

    /** An outbox that keeps up to {@link #DEFAULT_MAX_BYTES}. */
    public InMemoryOutbox() {
        this(DEFAULT_MAX_BYTES);
    }

    /**
     * An outbox of a given size.
     *
     * @param maxBytes how many bytes of encoded records it keeps undelivered
     * @throws IllegalArgumentException if {@code maxBytes} is not positive
     */
    public InMemoryOutbox(long maxBytes) {
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("maxBytes: must be positive");
        }
        this.maxBytes = maxBytes;
        for (Layer layer : Layer.values()) {
            waiting.put(layer, new LinkedHashMap<>());
        }
    }

    @Override
    public boolean claim() {
        return true;
    }

    @Override
    public synchronized String id() {
        return id;
    }

    @Override
    public synchronized Stored append(Clearance clearance, List<EncodedRecord> records) {
        requireCover(clearance, records);
        int stored = (int) records.stream().filter(this::add).count();
        return new Stored(stored, makeRoom());
    }

    private static void requireCover(Clearance clearance, List<EncodedRecord> records) {
        if (!records.stream().allMatch(clearance::covers)) {
            throw new IllegalArgumentException("clearance: " + clearance + " does not cover every record");
        }
    }

    private boolean add(EncodedRecord record) {
        boolean isNew = of(record.layer()).putIfAbsent(record.uid(), record) == null;
        bytes += isNew ? record.size() : 0;
        return isNew;
    }

    private int makeRoom() {
        List<EncodedRecord> evicted = new ArrayList<>();
        long left = bytes;
        for (EncodedRecord record : of(Layer.DETAILED).values()) {
            if (left <= maxBytes) {
                break;
            }
            left -= record.size();
            evicted.add(record);
        }
        return drop(evicted, DropReason.EVICTED);
    }

    @Override
    public synchronized List<EncodedRecord> oldest(
            Layer layer, int maxRecords, long maxBatchBytes, Predicate<EncodedRecord> wanted) {
        List<EncodedRecord> batch = new ArrayList<>();
        long batchBytes = 0;
        for (EncodedRecord record : of(layer).values()) {
            if (!wanted.test(record)) {
                continue;
            }
            batchBytes += record.size();
            if (batch.size() == maxRecords || (batchBytes > maxBatchBytes && !batch.isEmpty())) {
                break;
            }
            batch.add(record);
        }
        return batch;
    }

    @Override
    public synchronized boolean holds(RecordUid uid) {
        return waiting.values().stream().anyMatch(layer -> layer.containsKey(uid));
    }

    @Override
    public synchronized boolean recalls(RecordUid uid) {
        return sent.stream().anyMatch(kept -> kept.record().uid().equals(uid));
    }

    @Override
    public synchronized int settle(List<EncodedRecord> records, Settlement settlement) {
        return settlement instanceof Settlement.Delivered delivered
                ? deliver(records, delivered)
                : drop(records, ((Settlement.Dropped) settlement).reason());
    }

    private int deliver(List<EncodedRecord> records, Settlement.Delivered delivered) {
        int moved = 0;
        for (EncodedRecord record : records) {
            if (remove(record)) {
                keepAsSent(new SentRecord(record, delivered.at(), delivered.remark()));
                moved++;
            }
        }
        int rejected = Math.min(delivered.rejected(), moved);
        journal.dropped(DropReason.REJECTED, rejected);
        journal.delivered(moved - (long) rejected);
        return moved;
    }

    private int drop(List<EncodedRecord> records, DropReason reason) {
        int removed = (int) records.stream().filter(this::remove).count();
        journal.dropped(reason, removed);
        return removed;
    }

    private boolean remove(EncodedRecord record) {
        EncodedRecord removed = of(record.layer()).remove(record.uid());
        bytes -= removed == null ? 0 : removed.size();
        return removed != null;
    }

    private void keepAsSent(SentRecord record) {
        if (sent.size() == SENT_KEPT) {
            sent.removeFirst();
        }
        sent.addLast(record);
    }

    @Override
    public synchronized void replace(Clearance clearance, EncodedRecord old, EncodedRecord replacement) {
        requireCover(clearance, List.of(replacement));
        if (of(old.layer()).replace(old.uid(), replacement) != null) {
            bytes += replacement.size() - (long) old.size();
        }
    }

    @Override
    public synchronized int purgeDetailedExcept(long epoch) {
        List<EncodedRecord> ended = of(Layer.DETAILED).values().stream()
                .filter(record -> record.epoch() != epoch)
                .toList();
        return drop(ended, DropReason.WITHDRAWN);
    }

    @Override
    public synchronized OutboxContents contents() {
        Instant oldest = waiting.values().stream()
                .flatMap(layer -> layer.values().stream().limit(1))
                .map(EncodedRecord::occurredAt)
                .min(Instant::compareTo)
                .orElse(null);
        return new OutboxContents(of(Layer.BASE).size(), of(Layer.DETAILED).size(), bytes, oldest);
    }

    @Override
    public synchronized List<SentRecord> sent(int atMost) {
        return sent.stream().skip(Math.max(0, sent.size() - (long) atMost)).toList();
    }

    @Override
    public synchronized void forgetSent() {
        sent.clear();
    }

    @Override
    public synchronized void erase() {
        waiting.values().forEach(Map::clear);
        sent.clear();
        bytes = 0;
        journal.forget();
        id = UUID.randomUUID().toString();
    }

    @Override
    public synchronized void nudge() {
        nudged = true;
    }

    @Override
    public synchronized boolean nudged() {
        boolean was = nudged;
        nudged = false;
        return was;
    }

    @Override
    public DeliveryJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private Map<RecordUid, EncodedRecord> of(Layer layer) {
        return waiting.getOrDefault(layer, Map.of());
    }
}
