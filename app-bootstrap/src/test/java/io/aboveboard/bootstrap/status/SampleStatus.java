package io.aboveboard.bootstrap.status;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.SinkDescription;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A status in which everything is known, and one in which nothing is. */
final class SampleStatus {
    private static final SinkDescription SINK =
            new SinkDescription(true, "https://otlp.example.com/otlp/v1/logs", "otlp.example.com", true);

    private SampleStatus() {}

    static Status full() {
        return new Status(
                SampleInstallation.SERVICE,
                SampleInstallation.ID,
                null,
                new ConsentStanding(ConsentStanding.State.GRANTED, null, SampleDecisions.receiptOfYes(3), 3, ""),
                SINK,
                new DeliveryState(
                        DeliveryState.Phase.RETRYING,
                        "no answer\nin time",
                        SampleInstallation.NOW,
                        SampleInstallation.NOW.plus(Duration.ofSeconds(30))),
                new OutboxContents(1, 2, 345, SampleInstallation.NOW),
                new Counts(10, 5, 3, Map.of(DropReason.NO_CONSENT, 1L, DropReason.QUEUE_FULL, 1L), 0),
                SampleInstallation.FIRST_SEEN,
                LocalDate.of(2027, 3, 1),
                SampleInstallation.NOW.plus(Duration.ofHours(18)),
                List.of("a warning"));
    }

    static Status empty(@Nullable RefusalReason base) {
        return new Status(
                SampleInstallation.SERVICE,
                null,
                base,
                new ConsentStanding(ConsentStanding.State.UNDECIDED, base, null, 0, ""),
                base == RefusalReason.NO_SINK ? SinkDescription.NOT_CONFIGURED : SINK,
                DeliveryState.IDLE,
                OutboxContents.EMPTY,
                new Counts(0, 0, 0, Map.of(), 0),
                null,
                null,
                null,
                List.of());
    }
}
