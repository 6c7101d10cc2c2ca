package io.aboveboard.domain.port;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.List;

/**
 * Keeps encoded records until they are delivered, and what was delivered for those who want to see it. The bytes are
 * opaque to it. Implementations are thread-safe and bounded: when full, the oldest records of the detailed layer give
 * way, those of the base layer never.
 */
public interface Outbox extends AutoCloseable {
    /**
     * Stores records. On return they are as durable as this outbox makes anything.
     *
     * @param clearance permission for the layer and consent of every record
     * @param records what to store, oldest first
     * @return how many older records of the detailed layer had to give way
     * @throws IllegalArgumentException if the clearance does not cover a record
     * @throws OutboxException if they could not be stored; then none of them is
     */
    int append(Clearance clearance, List<EncodedRecord> records);

    /**
     * The oldest undelivered records of a layer. They stay until {@link #delivered} or {@link #discard}.
     *
     * @param layer which layer
     * @param maxRecords at most so many
     * @param maxBytes at most so many bytes of encoded records, but always at least one record if there is any
     * @return the records, oldest first
     * @throws OutboxException if they cannot be read
     */
    List<EncodedRecord> oldest(Layer layer, int maxRecords, long maxBytes);

    /**
     * Whether an undelivered record with this uid is stored.
     *
     * @param uid the uid
     * @return true if it is
     */
    boolean holds(RecordUid uid);

    /**
     * Moves records from the undelivered to the delivered. Those that are no longer here are passed over.
     *
     * @param records what was delivered
     * @param at when
     * @return how many were moved
     * @throws OutboxException if that could not be stored; the records may then be delivered again
     */
    int delivered(List<EncodedRecord> records, Instant at);

    /**
     * Removes undelivered records; the caller counts why. Those that are no longer here are passed over.
     *
     * @param records what will not be delivered
     * @return how many were removed
     * @throws OutboxException if that could not be stored
     */
    int discard(List<EncodedRecord> records);

    /**
     * Removes every undelivered record of the detailed layer that was made under another consent than this.
     *
     * @param epoch the current epoch, or 0 to remove them all
     * @return how many were removed
     * @throws OutboxException if some could not be removed
     */
    int purgeDetailedExcept(long epoch);

    /**
     * What is waiting.
     *
     * @return the contents
     */
    OutboxContents contents();

    /**
     * What was delivered last, as far as it is still kept.
     *
     * @param atMost at most so many
     * @return the delivered records, oldest first
     */
    List<SentRecord> sent(int atMost);

    /** Releases files and locks. Safe to call more than once. */
    @Override
    void close();
}
