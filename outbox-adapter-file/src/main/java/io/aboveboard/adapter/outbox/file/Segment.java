package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** What is known of one file of records without reading it. Guarded by the lock of the {@link Spool}. */
final class Segment {
    private final Path file;
    private final long number;
    private final SegmentHeader header;
    private final Ranges settled = new Ranges();
    private final Set<RecordUid> deliveredComputed = new HashSet<>();
    private long end;
    private int live;
    private long liveBytes;
    private long endingsEnd;
    private boolean deliveredSome;
    private boolean droppedSome;
    private @Nullable Instant firstDelivered;
    private @Nullable Instant lastDelivered;
    private boolean active;
    private boolean sealed;
    private boolean gone;
    private boolean rewritten;
    private boolean damaged;

    Segment(Path file, long number, SegmentHeader header) {
        this.file = file;
        this.number = number;
        this.header = header;
        this.end = FileHead.LENGTH;
    }

    Path file() {
        return file;
    }

    /** Where it is written down what became of its records. */
    Path endings() {
        return Names.endingsOf(file);
    }

    long number() {
        return number;
    }

    long id() {
        return header.id();
    }

    Layer layer() {
        return header.layer();
    }

    long epoch() {
        return header.epoch();
    }

    SegmentHeader header() {
        return header;
    }

    /** Up to where it holds durable records. */
    long end() {
        return end;
    }

    /** Where the first record lies that may be undelivered. */
    long cursor() {
        return settled.endOf(FileHead.LENGTH);
    }

    Ranges settled() {
        return settled;
    }

    /** How many records are undelivered. */
    int live() {
        return live;
    }

    long liveBytes() {
        return liveBytes;
    }

    /** Records were added durably. */
    void extend(long newEnd) {
        end = newEnd;
    }

    void addLive(int records, long bytes) {
        live += records;
        liveBytes += bytes;
    }

    /** Takes records out that met their end. */
    void settle(Ending ending, long bytes) {
        live -= ending.count();
        liveBytes = live == 0 ? 0 : Math.max(0, liveBytes - bytes);
        note(ending);
    }

    /** Takes note of an end that was written down. */
    void note(Ending ending) {
        settled.add(ending.from(), ending.to());
        deliveredSome |= ending.isDelivered();
        droppedSome |= !ending.isDelivered();
        if (ending.isDelivered()) {
            Instant at = ending.deliveredAt();
            firstDelivered = firstDelivered == null || firstDelivered.isAfter(at) ? at : firstDelivered;
            lastDelivered = lastDelivered == null || lastDelivered.isBefore(at) ? at : lastDelivered;
        }
    }

    long endingsEnd() {
        return endingsEnd;
    }

    void endingsWritten(long upTo) {
        endingsEnd = upTo;
    }

    boolean hasDelivered() {
        return deliveredSome;
    }

    /** Whether all that ever was in it was delivered. */
    boolean isAllDelivered() {
        return live == 0 && deliveredSome && !droppedSome;
    }

    Instant firstDelivered() {
        return firstDelivered == null ? Instant.EPOCH : firstDelivered;
    }

    Instant lastDelivered() {
        return lastDelivered == null ? Instant.EPOCH : lastDelivered;
    }

    /** The computed uids of what was delivered from it. */
    Set<RecordUid> deliveredComputed() {
        return deliveredComputed;
    }

    /** Whether records are still added to it. */
    boolean isActive() {
        return active;
    }

    void setActive(boolean isActive) {
        active = isActive;
    }

    /** Whether what comes next belongs into another, because something came in between. */
    boolean isSealed() {
        return sealed;
    }

    void seal() {
        sealed = true;
    }

    /** Whether it is no longer part of the outbox. */
    boolean isGone() {
        return gone;
    }

    void setGone() {
        gone = true;
    }

    /** Whether it is gone because another file took over its records. */
    boolean isRewritten() {
        return rewritten;
    }

    void setRewritten() {
        gone = true;
        rewritten = true;
    }

    /** Whether damage was found in it, so that nothing should be added to it. */
    boolean isDamaged() {
        return damaged;
    }

    void setDamaged() {
        damaged = true;
    }

    @Override
    public String toString() {
        return file + "[" + live + " undelivered]";
    }
}
