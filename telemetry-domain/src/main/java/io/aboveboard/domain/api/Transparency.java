package io.aboveboard.domain.api;

import io.aboveboard.domain.port.SentRecord;
import java.util.List;

/** Lets people see. Calls read the installation and may wait for the disk; none sends anything. Thread-safe. */
public interface Transparency {
    /**
     * Exactly what would be sent now: all that is waiting and may leave, and the base records that are due.
     *
     * @return the preview
     */
    Preview preview();

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
}
