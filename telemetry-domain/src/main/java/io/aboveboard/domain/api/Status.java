package io.aboveboard.domain.api;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.SinkDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How everything stands.
 *
 * @param service who reports
 * @param installId whose installation, or {@code null} before it has an identity
 * @param baseRefusal the rule that keeps the base layer off, or {@code null} if it is on
 * @param consent how the consent stands
 * @param sink where records go
 * @param delivery how delivery fares
 * @param outbox what is waiting in the outbox
 * @param counts what became of the records
 * @param firstSeenSentAt when {@code first_seen} was delivered, or {@code null}
 * @param lastBeatOn the local date of the last delivered heartbeat, or {@code null}
 * @param nextBeatAt when the next one is due, or {@code null} where the base layer is off
 * @param warnings what a person should know
 */
public record Status(
        Service service,
        @Nullable InstallId installId,
        @Nullable RefusalReason baseRefusal,
        ConsentStanding consent,
        SinkDescription sink,
        DeliveryState delivery,
        OutboxContents outbox,
        Counts counts,
        @Nullable Instant firstSeenSentAt,
        @Nullable LocalDate lastBeatOn,
        @Nullable Instant nextBeatAt,
        List<String> warnings) {
    /** Copies the warnings. */
    public Status {
        warnings = List.copyOf(warnings);
    }
}
