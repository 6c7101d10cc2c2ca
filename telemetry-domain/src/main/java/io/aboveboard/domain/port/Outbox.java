package io.aboveboard.domain.port;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Keeps encoded records until they are delivered, and what was delivered for those who want to see it. The bytes are
 * opaque to it. Implementations are thread-safe and bounded: when full, the oldest records of the detailed layer give
 * way, those of the base layer never. One process at a time delivers from it, others may store into it.
 */
public interface Outbox extends AutoCloseable {
    /**
     * Becomes the one process that delivers from this outbox, unless another is. Cheap once it is.
     *
     * @return whether this process is the one; if not, only {@link #append}, {@link #purgeDetailedExcept} and what merely
     *     looks may be called
     * @throws OutboxException if that cannot be found out, or nothing can be stored
     */
    boolean claim();

    /**
     * An identity of this outbox that says nothing about the installation, for records that travel apart.
     *
     * @return a random UUID that outlives restarts as far as the records do
     * @throws OutboxException if it cannot be stored
     */
    String id();

    /**
     * Stores records. On return they are as durable as this outbox makes anything. A record whose computed uid is held
     * already is passed over.
     *
     * @param clearance permission for the layer and consent of every record
     * @param records what to store, oldest first
     * @return how many were stored, and how many gave way
     * @throws IllegalArgumentException if the clearance does not cover a record
     * @throws OutboxException if they could not be stored; then none of them is
     */
    Stored append(Clearance clearance, List<EncodedRecord> records);

    /**
     * The oldest undelivered records of a layer. They stay until they are settled.
     *
     * @param layer which layer
     * @param maxRecords at most so many
     * @param maxBytes at most so many bytes of encoded records, but always at least one record if there is any
     * @param wanted passes over those that must wait
     * @return the records, oldest first
     * @throws OutboxException if they cannot be read
     */
    List<EncodedRecord> oldest(Layer layer, int maxRecords, long maxBytes, Predicate<EncodedRecord> wanted);

    /**
     * The oldest undelivered records of a layer, none passed over.
     *
     * @param layer which layer
     * @param maxRecords at most so many
     * @param maxBytes at most so many bytes of encoded records, but always at least one record if there is any
     * @return the records, oldest first
     * @throws OutboxException if they cannot be read
     */
    default List<EncodedRecord> oldest(Layer layer, int maxRecords, long maxBytes) {
        return oldest(layer, maxRecords, maxBytes, record -> true);
    }

    /**
     * Shows every undelivered record of a layer, oldest first, and holds few of them in memory at once. What is stored or
     * settled meanwhile may be among them or not. Nothing waits for {@code each}.
     *
     * @param layer which layer
     * @param each looks at one record
     * @throws OutboxException if they cannot be read
     */
    default void eachWaiting(Layer layer, Consumer<EncodedRecord> each) {
        oldest(layer, Integer.MAX_VALUE, Long.MAX_VALUE).forEach(each);
    }

    /**
     * Whether an undelivered record with this computed uid is stored.
     *
     * @param uid the uid; {@link RecordUid#isComputed}
     * @return true if it is
     */
    boolean holds(RecordUid uid);

    /**
     * Whether a record with this computed uid was delivered and is still kept as sent.
     *
     * @param uid the uid; {@link RecordUid#isComputed}
     * @return true if it is
     */
    boolean recalls(RecordUid uid);

    /**
     * Lets undelivered records go and counts what became of them. Those that are no longer here are passed over.
     *
     * @param records what met its end
     * @param settlement which end
     * @return how many were here
     * @throws OutboxException if that could not be stored; the records may then be delivered again
     */
    int settle(List<EncodedRecord> records, Settlement settlement);

    /**
     * Puts one record in the place of another of the same uid; nothing is counted.
     *
     * @param clearance permission for the layer and consent of the replacement
     * @param old what was stored; nothing happens if it is no longer here
     * @param replacement what is sent instead
     * @throws IllegalArgumentException if the clearance does not cover the replacement
     * @throws OutboxException if that could not be stored; the old one is then still here
     */
    void replace(Clearance clearance, EncodedRecord old, EncodedRecord replacement);

    /**
     * Removes every undelivered record of the detailed layer that was made under another consent than this, and counts
     * them as withdrawn.
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
     * What a person should know of how records are kept, beside what is counted.
     *
     * @return a sentence each; none where all is well
     */
    default List<String> remarks() {
        return List.of();
    }

    /**
     * What was delivered last, as far as it is still kept.
     *
     * @param atMost at most so many
     * @return the delivered records, oldest first
     */
    List<SentRecord> sent(int atMost);

    /**
     * Shows everything that was delivered, as far as it is still kept, the older before the later as far as they do not lie
     * together, and holds few of it in memory at once. What is put away at that very moment may be left out. Nothing waits
     * for {@code each}.
     *
     * @param each looks at one record
     * @throws OutboxException if it cannot be read
     */
    default void eachSent(Consumer<SentRecord> each) {
        sent(Integer.MAX_VALUE).forEach(each);
    }

    /**
     * Forgets what was sent.
     *
     * @throws OutboxException if some of it could not be removed
     */
    void forgetSent();

    /**
     * Forgets everything: what is undelivered, what was sent, the counts and its own identity.
     *
     * @throws OutboxException if some of it could not be removed
     */
    void erase();

    /**
     * Asks the process that delivers from this outbox to do so now.
     *
     * @throws OutboxException if that could not be left for it
     */
    void nudge();

    /**
     * Whether another process has asked since the last look.
     *
     * @return true once for any number of requests
     */
    boolean nudged();

    /**
     * What it knows of the past.
     *
     * @return its journal, always the same
     */
    DeliveryJournal journal();

    /** Releases files and locks. Safe to call more than once. */
    @Override
    void close();
}
