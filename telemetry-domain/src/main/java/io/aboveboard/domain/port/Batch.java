package io.aboveboard.domain.port;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.record.EncodedRecord;
import java.util.List;

/**
 * Records for one delivery, oldest first.
 *
 * @param service who reports
 * @param instanceId the identity of the outbox, for records so old that they must travel apart from those of other
 *     installations, or {@code null}
 * @param records at least one record; copied
 */
public record Batch(Service service, @Nullable String instanceId, List<EncodedRecord> records) {
    /**
     * Copies the records.
     *
     * @throws IllegalArgumentException if there are none: an empty envelope is never sent
     */
    public Batch {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("records: must not be empty");
        }
    }

    /**
     * Records that travel with those of other installations.
     *
     * @param service who reports
     * @param records at least one record; copied
     * @throws IllegalArgumentException if there are none
     */
    public Batch(Service service, List<EncodedRecord> records) {
        this(service, null, records);
    }

    /**
     * Checks that a clearance covers every record. A sink calls this before anything else.
     *
     * @param clearance the clearance
     * @throws IllegalArgumentException if it does not
     */
    public void requireCoveredBy(Clearance clearance) {
        if (!records.stream().allMatch(clearance::covers)) {
            throw new IllegalArgumentException("clearance: " + clearance + " does not cover every record");
        }
    }
}
