package io.aboveboard.domain.engine;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/**
 * Remembers in the installation what was delivered once and must not be recorded again. Records are known by their
 * computed uids. Done before the outbox lets go of them, so that a crash in between resends the same bytes.
 */
final class DeliveryMemory {
    private final InstallationStore installation;
    private final Supplier<ZoneId> zone;

    DeliveryMemory(InstallationStore installation, Supplier<ZoneId> zone) {
        this.installation = installation;
        this.zone = zone;
    }

    /**
     * Remembers the milestones among delivered records.
     *
     * @throws io.aboveboard.domain.port.InstallationStoreException if that cannot be stored
     */
    void remember(List<EncodedRecord> delivered, Instant at) {
        List<EncodedRecord> computed =
                delivered.stream().filter(record -> record.uid().isComputed()).toList();
        if (!computed.isEmpty()) {
            installation.update(stored -> remember(stored, computed, at));
            settleClaims(computed);
        }
    }

    /** A claim that seems open costs a resend at most. */
    private void settleClaims(List<EncodedRecord> delivered) {
        List<RecordUid> uids = delivered.stream()
                .filter(record -> record.layer() == Layer.BASE)
                .map(EncodedRecord::uid)
                .toList();
        try {
            installation.claims().delivered(uids);
        } catch (InstallationStoreException outOfReach) {
            // Whoever takes it over sends the same bytes.
        }
    }

    private Installation remember(Installation stored, List<EncodedRecord> delivered, Instant at) {
        Installation changed = stored;
        for (EncodedRecord record : delivered) {
            InstallId id = stored.id().orElse(null);
            changed = id == null ? changed : remember(changed, id, record, at);
        }
        return changed;
    }

    private Installation remember(Installation stored, InstallId id, EncodedRecord record, Instant at) {
        if (record.uid().equals(RecordUid.ofFirstSeen(id))) {
            return stored.withReached(Milestone.FIRST_SEEN_SENT, at);
        }
        if (record.uid().equals(RecordUid.ofInstallPing(id))) {
            return stored.withReached(Milestone.INSTALL_PING_SENT, at);
        }
        return rememberBeat(stored, id, record, at);
    }

    /**
     * The zone may have been changed since the record was made, which moves the date by one at most. A date beyond
     * tomorrow was brought by a clock that was wrong, and gives way.
     */
    private Installation rememberBeat(Installation stored, InstallId id, EncodedRecord record, Instant at) {
        LocalDate tomorrow = dateOf(at).plusDays(1);
        LocalDate around = dateOf(record.occurredAt());
        for (LocalDate date : List.of(around, around.minusDays(1), around.plusDays(1))) {
            boolean isNewer = stored.lastBeat()
                    .filter(last -> !last.isBefore(date) && !last.isAfter(tomorrow))
                    .isEmpty();
            if (isNewer && record.uid().equals(RecordUid.ofHeartbeat(id, date))) {
                return stored.withLastBeat(date);
            }
        }
        return stored;
    }

    private LocalDate dateOf(Instant moment) {
        return moment.atZone(zone.get()).toLocalDate();
    }
}
