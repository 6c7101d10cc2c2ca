package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How records leave an outbox. */
interface OutboxDeliveryContract extends OutboxSubject {
    /** When the records are delivered. */
    Instant DELIVERED_AT = SampleInstallation.NOW.plusSeconds(60);

    /** That the receiver took them all. */
    Settlement DELIVERED = Settlement.Delivered.at(DELIVERED_AT);

    /** That they were too old. */
    Settlement EXPIRED = new Settlement.Dropped(DropReason.EXPIRED);

    @Test
    @Proves(Promise.P6)
    default void showsWhatWasDeliveredByteForByte() {
        try (Outbox outbox = filled()) {
            List<EncodedRecord> two = outbox.oldest(Layer.DETAILED, 2, AMPLE);
            assertThat(outbox.settle(two, DELIVERED)).isEqualTo(2);
            assertThat(outbox.sent(9))
                    .containsExactly(
                            new SentRecord(SampleEncodedRecords.detailed(1, 1), DELIVERED_AT, ""),
                            new SentRecord(SampleEncodedRecords.detailed(1, 2), DELIVERED_AT, ""));
        }
    }

    @Test
    default void holdsADeliveredRecordNoLonger() {
        try (Outbox outbox = filled()) {
            outbox.settle(outbox.oldest(Layer.DETAILED, 2, AMPLE), DELIVERED);
            assertHoldsOnlyTheThird(outbox);
        }
    }

    @Test
    default void showsOnlyTheLatestOfWhatWasDelivered() {
        try (Outbox outbox = filled()) {
            outbox.settle(outbox.oldest(Layer.DETAILED, 2, AMPLE), DELIVERED);
            outbox.settle(
                    outbox.oldest(Layer.DETAILED, 1, AMPLE), Settlement.Delivered.at(DELIVERED_AT.plusSeconds(1)));
            assertThat(outbox.sent(2))
                    .extracting(SentRecord::record)
                    .containsExactly(SampleEncodedRecords.detailed(1, 2), SampleEncodedRecords.detailed(1, 3));
            assertThat(outbox.sent(0)).isEmpty();
        }
    }

    @Test
    default void removesWhatIsDiscardedWithoutShowingItAsSent() {
        try (Outbox outbox = filled()) {
            assertThat(outbox.settle(outbox.oldest(Layer.DETAILED, 2, AMPLE), EXPIRED))
                    .isEqualTo(2);
            assertHoldsOnlyTheThird(outbox);
            assertThat(outbox.sent(9)).isEmpty();
        }
    }

    @Test
    @Proves(Promise.P8)
    default void countsNothingTwice() {
        try (Outbox outbox = filled()) {
            List<EncodedRecord> two = outbox.oldest(Layer.DETAILED, 2, AMPLE);
            outbox.settle(two.subList(0, 1), EXPIRED);
            assertThat(outbox.settle(two, DELIVERED)).isEqualTo(1);
            assertThat(outbox.settle(two, DELIVERED)).isZero();
            assertThat(outbox.settle(two, EXPIRED)).isZero();
            assertThat(outbox.sent(9)).hasSize(1);
        }
    }

    @Test
    @Proves(Promise.P8)
    default void countsNoMoreAsRejectedThanWereDelivered() {
        try (Outbox outbox = filled()) {
            List<EncodedRecord> two = outbox.oldest(Layer.DETAILED, 2, AMPLE);
            assertThat(outbox.settle(two, new Settlement.Delivered(DELIVERED_AT, 7, "seven were bad")))
                    .isEqualTo(2);
            assertThat(outbox.journal().account().delivered()).isZero();
            assertThat(outbox.journal().account().dropped()).containsOnly(Map.entry(DropReason.REJECTED, 2L));
            assertThat(outbox.sent(9)).extracting(SentRecord::remark).containsOnly("seven were bad");
        }
    }

    @Test
    default void settlesWhatLiesApart() {
        try (Outbox outbox = filled()) {
            List<EncodedRecord> all = outbox.oldest(Layer.DETAILED, 3, AMPLE);
            assertThat(outbox.settle(List.of(all.get(2), all.get(0)), DELIVERED))
                    .isEqualTo(2);
            assertThat(outbox.oldest(Layer.DETAILED, 9, AMPLE)).containsExactly(all.get(1));
            assertThat(outbox.sent(9)).extracting(SentRecord::record).containsExactlyInAnyOrder(all.get(0), all.get(2));
        }
    }

    @Test
    @Proves(Promise.P6)
    default void showsEachRecordThatWaitsAndEachThatWasDelivered() {
        try (Outbox outbox = filled()) {
            outbox.append(Clearances.base(), List.of(SampleEncodedRecords.base(9)));
            outbox.settle(outbox.oldest(Layer.DETAILED, 1, AMPLE), DELIVERED);

            List<EncodedRecord> waiting = new ArrayList<>();
            outbox.eachWaiting(Layer.DETAILED, waiting::add);
            List<SentRecord> sent = new ArrayList<>();
            outbox.eachSent(sent::add);
            assertThat(waiting).containsExactlyElementsOf(outbox.oldest(Layer.DETAILED, 9, AMPLE));
            assertThat(sent).isEqualTo(outbox.sent(9)).hasSize(1);
            outbox.settle(waiting, DELIVERED);

            waiting.clear();
            outbox.eachWaiting(Layer.DETAILED, waiting::add);
            sent.clear();
            outbox.eachSent(sent::add);
            assertThat(waiting).isEmpty();
            assertThat(sent).isEqualTo(outbox.sent(9)).hasSize(3);
        }
    }

    @Test
    default void isEmptyOnceEverythingIsDelivered() {
        try (Outbox outbox = filled()) {
            outbox.settle(outbox.oldest(Layer.DETAILED, 9, AMPLE), DELIVERED);
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
