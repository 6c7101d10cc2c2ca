package io.aboveboard.domain.port;

import io.aboveboard.domain.base.BaseEvent;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.record.EncodedRecord;
import java.time.LocalDate;

/**
 * An occasion on which an installation reports itself once, and the record that does so.
 *
 * @param id whose report
 * @param event which of the two
 * @param date the local date of a heartbeat; always the same for the {@code first_seen}
 * @param record the record
 */
public record BaseClaim(InstallId id, BaseEvent event, LocalDate date, EncodedRecord record) {
    /**
     * The one {@code first_seen}.
     *
     * @param id whose
     * @param record the record
     * @return the claim
     */
    public static BaseClaim firstSeen(InstallId id, EncodedRecord record) {
        return new BaseClaim(id, BaseEvent.FIRST_SEEN, LocalDate.EPOCH, record);
    }

    /**
     * The one heartbeat of a date.
     *
     * @param id whose
     * @param date the local date
     * @param record the record
     * @return the claim
     */
    public static BaseClaim heartbeat(InstallId id, LocalDate date, EncodedRecord record) {
        return new BaseClaim(id, BaseEvent.HEARTBEAT, date, record);
    }
}
