package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How records leave an outbox. */
interface OutboxDeliveryContract extends OutboxSubject {
    /** When the records are delivered. */
    Instant DELIVERED_AT = SampleInstallation.NOW.plusSeconds(60);

    @Test
    @Proves(Promise.P6)
    default void showsWhatWasDeliveredByteForByte() {
        try (Outbox outbox = filled()) {
            List<EncodedRecord> two = outbox.oldest(Layer.DETAILED, 2, AMPLE);
            assertThat(outbox.delivered(two, DELIVERED_AT)).isEqualTo(2);
            assertThat(outbox.sent(9))
                    .containsExactly(
                            new SentRecord(SampleEncodedRecords.detailed(1, 1), DELIVERED_AT),
                            new SentRecord(SampleEncodedRecords.detailed(1, 2), DELIVERED_AT));
        }
    }

    @Test
    default void holdsADeliveredRecordNoLonger() {
        try (Outbox outbox = filled()) {
            outbox.delivered(outbox.oldest(Layer.DETAILED, 2, AMPLE), DELIVERED_AT);
            assertHoldsOnlyTheThird(outbox);
        }
    }

    @Test
    default void showsOnlyTheLatestOfWhatWasDelivered() {
        try (Outbox outbox = filled()) {
            outbox.delivered(outbox.oldest(Layer.DETAILED, 2, AMPLE), DELIVERED_AT);
            outbox.delivered(outbox.oldest(Layer.DETAILED, 1, AMPLE), DELIVERED_AT.plusSeconds(1));
            assertThat(outbox.sent(2))
                    .extracting(SentRecord::record)
                    .containsExactly(SampleEncodedRecords.detailed(1, 2), SampleEncodedRecords.detailed(1, 3));
            assertThat(outbox.sent(0)).isEmpty();
        }
    }

    @Test
    default void removesWhatIsDiscardedWithoutShowingItAsSent() {
        try (Outbox outbox = filled()) {
            assertThat(outbox.discard(outbox.oldest(Layer.DETAILED, 2, AMPLE))).isEqualTo(2);
            assertHoldsOnlyTheThird(outbox);
            assertThat(outbox.sent(9)).isEmpty();
        }
    }

    @Test
    @Proves(Promise.P8)
    default void countsNothingTwice() {
        try (Outbox outbox = filled()) {
            List<EncodedRecord> two = outbox.oldest(Layer.DETAILED, 2, AMPLE);
            outbox.discard(two.subList(0, 1));
            assertThat(outbox.delivered(two, DELIVERED_AT)).isEqualTo(1);
            assertThat(outbox.delivered(two, DELIVERED_AT)).isZero();
            assertThat(outbox.discard(two)).isZero();
            assertThat(outbox.sent(9)).hasSize(1);
        }
    }

    @Test
    default void isEmptyOnceEverythingIsDelivered() {
        try (Outbox outbox = filled()) {
            outbox.delivered(outbox.oldest(Layer.DETAILED, 9, AMPLE), DELIVERED_AT);
            assertThat(outbox.contents()).isEqualTo(OutboxContents.EMPTY);
        }
    }

    private Outbox filled() {
        Outbox outbox = newOutbox(AMPLE);
        outbox.append(Clearances.detailed(1), SampleEncodedRecords.detailedUpTo(1, 3));
        return outbox;
    }

    private static void assertHoldsOnlyTheThird(Outbox outbox) {
        EncodedRecord third = SampleEncodedRecords.detailed(1, 3);
        assertThat(outbox.oldest(Layer.DETAILED, 9, AMPLE)).containsExactly(third);
        assertThat(outbox.holds(SampleEncodedRecords.detailed(1, 2).uid())).isFalse();
        assertThat(outbox.contents()).isEqualTo(new OutboxContents(0, 1, third.size(), third.occurredAt()));
    }
}
