package io.aboveboard.domain.engine;

import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Base records that the receiver refused for good: each is offered once more, at the next beat, in case it was the
 * receiver's mistake. One refused twice is given up, and not made anew either. Thread-safe.
 */
final class Refusals {
    private static final Instant NEVER = Instant.ofEpochSecond(253_402_214_400L); // 9999-12-31

    private final Map<RecordUid, Instant> secondTimes = new HashMap<>();

    synchronized void restore(Map<RecordUid, Instant> remembered) {
        secondTimes.putAll(remembered);
    }

    /** Which of the records have had both their chances; the others wait for the second. */
    synchronized List<EncodedRecord> refused(List<EncodedRecord> records, Instant secondTime) {
        List<EncodedRecord> lost = records.stream()
                .filter(record -> secondTimes.containsKey(record.uid()))
                .toList();
        records.forEach(record -> secondTimes.merge(record.uid(), secondTime, (first, second) -> NEVER));
        return lost;
    }

    synchronized void settled(List<EncodedRecord> records) {
        if (!secondTimes.isEmpty()) {
            records.forEach(record -> secondTimes.remove(record.uid()));
        }
    }

    synchronized boolean isWaiting(EncodedRecord record, Instant now) {
        Instant secondTime = secondTimes.isEmpty() ? null : secondTimes.get(record.uid());
        return secondTime != null && now.isBefore(secondTime);
    }

    synchronized boolean isGivenUp(RecordUid uid) {
        return NEVER.equals(secondTimes.get(uid));
    }

    synchronized Map<RecordUid, Instant> remembered() {
        return Map.copyOf(secondTimes);
    }
}
