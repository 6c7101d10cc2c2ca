package io.aboveboard.domain.engine;

import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.DeliveryJournal;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what becomes of every record on its way to the outbox, and tells the monitor. The outbox counts from there on;
 * its journal is told from time to time and knows the whole. Thread-safe; counting never waits for the journal.
 */
final class Tally {
    private final DeliveryJournal journal;
    private final TelemetryMonitor monitor;
    private final DoorCounts door;
    private final LongAdder offeredInside = new LongAdder();
    private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);
    private final Map<DropReason, Long> droppedNoted = new EnumMap<>(DropReason.class);
    private final Map<PrivateKind, Long> replaced = new ConcurrentHashMap<>();
    private long offeredNoted;

    Tally(DeliveryJournal journal, TelemetryMonitor monitor) {
        this.journal = journal;
        this.monitor = monitor;
        this.door = new DoorCounts(monitor);
        for (DropReason reason : DropReason.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    /** An event was taken. */
    void taken() {
        door.taken();
    }

    /** Where events are offered and dropped in the same moment. */
    Turnstile turnstile(DropReason reason) {
        return door.turnstile(reason);
    }

    /**
     * Something of the library's own is about to be stored. The journal is told before, as it is of events: a process
     * that ends in between has then lost what was offered, and never stored what nobody offered.
     */
    void offeredByLibrary() {
        offeredInside.increment();
        noteIfPossible();
    }

    /** So many of what was offered were known already, or were not stored and will be made anew. */
    void takenBack(long records) {
        offeredInside.add(-records);
    }

    /** They were dropped before they reached the outbox. */
    void dropped(DropReason reason, long records) {
        LongAdder counter = dropped.get(reason);
        if (records > 0 && counter != null) {
            counter.add(records);
            monitor.dropped(reason, records);
        }
    }

    /** They were dropped by the outbox, which has counted them. */
    void droppedByOutbox(DropReason reason, long records) {
        if (records > 0) {
            monitor.dropped(reason, records);
        }
    }

    /** They were delivered by the outbox, which has counted them. */
    void delivered(long records) {
        if (records > 0) {
            monitor.delivered(records);
        }
    }

    void lost(Map<PropertyLoss, Integer> losses) {
        if (!losses.isEmpty()) {
            losses.forEach(monitor::lost);
        }
    }

    void replaced(Map<PrivateKind, Integer> replacements) {
        if (replacements.isEmpty()) {
            return;
        }
        replacements.forEach((kind, times) -> {
            replaced.merge(kind, (long) times, Long::sum);
            monitor.replaced(kind, times);
        });
    }

    /** How often something private was replaced in values since the start, by its kind. */
    Map<PrivateKind, Long> replaced() {
        return new TreeMap<>(replaced);
    }

    private synchronized void note() {
        DoorCounts.Sums atTheDoor = door.sums();
        long newlyOffered = offeredSinceNoted(atTheDoor);
        Map<DropReason, Long> newlyDropped = droppedSinceNoted(atTheDoor);
        if (newlyOffered != 0 || !newlyDropped.isEmpty()) {
            journal.note(newlyOffered, newlyDropped);
            offeredNoted += newlyOffered;
            newlyDropped.forEach((reason, records) -> droppedNoted.merge(reason, records, Long::sum));
        }
    }

    /** Tells the journal, or does so the next time: nothing that was counted is lost by it. */
    void noteIfPossible() {
        try {
            note();
        } catch (OutboxException laterThen) {
            // Whoever stores records next meets the same failure, and says so.
        }
    }

    /** Everything counted so far, by the journal and since it was told. */
    synchronized Counts counts(long inMemory) {
        Account account = journal.account();
        Map<DropReason, Long> all = new EnumMap<>(DropReason.class);
        all.putAll(account.dropped());
        DoorCounts.Sums atTheDoor = door.sums();
        droppedSinceNoted(atTheDoor).forEach((reason, records) -> all.merge(reason, records, Long::sum));
        long allOffered = account.offered() + offeredSinceNoted(atTheDoor);
        return new Counts(allOffered, account.delivered(), inMemory, all, account.lostUnclean());
    }

    private long offeredSinceNoted(DoorCounts.Sums atTheDoor) {
        return atTheDoor.offered() + offeredInside.sum() - offeredNoted;
    }

    private Map<DropReason, Long> droppedSinceNoted(DoorCounts.Sums atTheDoor) {
        Map<DropReason, Long> since = new EnumMap<>(DropReason.class);
        dropped.forEach((reason, counter) -> {
            long records = counter.sum() + atTheDoor.of(reason) - droppedNoted.getOrDefault(reason, 0L);
            if (records > 0) {
                since.put(reason, records);
            }
        });
        return since;
    }
}
