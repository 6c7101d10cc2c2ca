package io.aboveboard.domain.api;

import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import java.util.List;
import java.util.function.Consumer;

/** Lets people see. Calls read the installation and may wait for the disk; none sends anything. Thread-safe. */
public interface Transparency {
    /**
     * Exactly what would be sent now: all that is waiting and may leave, and the base records that are due.
     *
     * @return the preview
     */
    Preview preview();

    /**
     * The beginning of the {@link #preview()}, at a cost that does not grow with what is waiting.
     *
     * @param atMost at most so many records
     * @return the preview, which says how many records are not in it
     */
    Preview preview(int atMost);

    /**
     * Shows the records of the {@link #preview()} one after the other, however many there are.
     *
     * @param each looks at one record; nothing waits for it
     */
    void eachWaiting(Consumer<EncodedRecord> each);

    /**
     * How everything stands.
     *
     * @return the status
     */
    Status status();

    /**
     * Exactly what was sent.
     *
     * @param atMost at most so many records
     * @return the last delivered records, oldest first
     */
    List<SentRecord> sent(int atMost);

    /**
     * Shows everything that was sent and is still kept, one record after the other, the oldest first as far as they do not
     * lie together.
     *
     * @param each looks at one record; nothing waits for it
     */
    void eachSent(Consumer<SentRecord> each);
}
