package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How an outbox keeps what is undelivered. */
interface OutboxStorageContract extends OutboxSubject {
    @Test
    default void holdsNothingAtFirst() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            assertThat(outbox.contents()).isEqualTo(OutboxContents.EMPTY);
            assertThat(outbox.oldest(Layer.BASE, 1, 1)).isEmpty();
            assertThat(outbox.oldest(Layer.DETAILED, 1, 1)).isEmpty();
            assertThat(outbox.sent(1)).isEmpty();
        }
    }

    @Test
    @Proves(Promise.P9)
    default void returnsWhatWasStoredByteForByteAndOldestFirst() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            List<EncodedRecord> records = SampleEncodedRecords.detailedUpTo(1, 5);
            outbox.append(Clearances.detailed(1), records.subList(0, 2));
            outbox.append(Clearances.detailed(1), records.subList(2, 5));
            assertThat(outbox.oldest(Layer.DETAILED, 100, AMPLE)).isEqualTo(records);
        }
    }

    @Test
    default void keepsARecordUntilItIsDeliveredOrDiscarded() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            outbox.append(Clearances.base(), List.of(SampleEncodedRecords.base(1)));
            List<EncodedRecord> first = outbox.oldest(Layer.BASE, 1, AMPLE);
            assertThat(outbox.oldest(Layer.BASE, 1, AMPLE)).isEqualTo(first).isNotEmpty();
        }
    }

    @Test
    default void keepsTheLayersApart() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            outbox.append(Clearances.detailed(1), List.of(SampleEncodedRecords.detailed(1, 1)));
            outbox.append(Clearances.base(), List.of(SampleEncodedRecords.base(2)));
            assertThat(outbox.oldest(Layer.BASE, 9, AMPLE)).containsExactly(SampleEncodedRecords.base(2));
            assertThat(outbox.oldest(Layer.DETAILED, 9, AMPLE)).containsExactly(SampleEncodedRecords.detailed(1, 1));
        }
    }

    @Test
    default void handsOutNoMoreThanAskedFor() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            List<EncodedRecord> records = SampleEncodedRecords.detailedUpTo(1, 5);
            outbox.append(Clearances.detailed(1), records);
            int size = SampleEncodedRecords.SIZE;
            assertThat(outbox.oldest(Layer.DETAILED, 2, AMPLE)).isEqualTo(records.subList(0, 2));
            assertThat(outbox.oldest(Layer.DETAILED, 9, 3L * size)).isEqualTo(records.subList(0, 3));
            assertThat(outbox.oldest(Layer.DETAILED, 9, 3L * size - 1)).isEqualTo(records.subList(0, 2));
        }
    }

    @Test
    default void handsOutOneRecordHoweverLarge() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            outbox.append(Clearances.base(), List.of(SampleEncodedRecords.base(1), SampleEncodedRecords.base(2)));
            assertThat(outbox.oldest(Layer.BASE, 9, 1)).containsExactly(SampleEncodedRecords.base(1));
        }
    }

    @Test
    default void knowsWhatItHolds() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            EncodedRecord base = SampleEncodedRecords.base(2);
            outbox.append(Clearances.base(), List.of(base));
            outbox.append(Clearances.detailed(1), SampleEncodedRecords.detailedUpTo(1, 3));
            assertThat(outbox.holds(base.uid())).isTrue();
            assertThat(outbox.holds(SampleEncodedRecords.base(1).uid())).isFalse();
            assertThat(outbox.contents())
                    .isEqualTo(new OutboxContents(
                            1,
                            3,
                            4L * SampleEncodedRecords.SIZE,
                            SampleEncodedRecords.detailed(1, 1).occurredAt()));
        }
    }

    @Test
    @Proves(Promise.P1)
    default void storesNothingThatTheClearanceDoesNotCover() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            refuses(outbox, Clearances.base(), SampleEncodedRecords.detailed(1, 1));
            refuses(outbox, Clearances.detailed(1), SampleEncodedRecords.base(1));
            refuses(outbox, Clearances.detailed(2), SampleEncodedRecords.detailed(1, 1));
            refuses(
                    outbox,
                    Clearances.detailed(1),
                    SampleEncodedRecords.detailed(1, 1),
                    SampleEncodedRecords.detailed(2, 1));
            assertThat(outbox.contents()).isEqualTo(OutboxContents.EMPTY);
        }
    }

    @Test
    @Proves(Promise.P16)
    default void letsTheOldestDetailedRecordsGiveWayWhenFull() {
        int size = SampleEncodedRecords.SIZE;
        try (Outbox outbox = newOutbox(20L * size)) {
            outbox.append(Clearances.base(), List.of(SampleEncodedRecords.base(1), SampleEncodedRecords.base(2)));
            List<EncodedRecord> offered = SampleEncodedRecords.detailedUpTo(1, 50);
            int gaveWay = offered.stream()
                    .mapToInt(record -> outbox.append(Clearances.detailed(1), List.of(record))
                            .evicted())
                    .sum();
            assertThat(gaveWay).isBetween(32, 49);
            assertThat(outbox.oldest(Layer.DETAILED, 50, AMPLE)).isEqualTo(offered.subList(gaveWay, 50));
            assertThat(outbox.contents().base()).isEqualTo(2);
            assertThat(outbox.contents().bytes()).isLessThanOrEqualTo(20L * size);
        }
    }

    @Test
    @Proves(Promise.P16)
    default void keepsBaseRecordsEvenWhenTheyFillIt() {
        try (Outbox outbox = newOutbox(2L * SampleEncodedRecords.SIZE)) {
            List<EncodedRecord> beats =
                    IntStream.range(0, 3).mapToObj(SampleEncodedRecords::base).toList();
            outbox.append(Clearances.base(), beats);
            assertThat(outbox.append(Clearances.detailed(1), SampleEncodedRecords.detailedUpTo(1, 1)))
                    .isEqualTo(new Stored(1, 1));
            assertThat(outbox.oldest(Layer.BASE, 9, AMPLE)).isEqualTo(beats);
        }
    }

    @Test
    @Proves(Promise.P4)
    default void storesARecordOfAComputedUidOnce() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            EncodedRecord beat = SampleEncodedRecords.base(1);
            assertThat(outbox.append(Clearances.base(), List.of(beat))).isEqualTo(new Stored(1, 0));
            assertThat(outbox.append(Clearances.base(), List.of(beat, SampleEncodedRecords.base(2))))
                    .isEqualTo(new Stored(1, 0));
            assertThat(outbox.contents().base()).isEqualTo(2);
        }
    }

    @Test
    default void passesOverWhatIsNotWanted() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            List<EncodedRecord> records = SampleEncodedRecords.detailedUpTo(1, 5);
            outbox.append(Clearances.detailed(1), records);
            EncodedRecord third = records.get(2);
            assertThat(outbox.oldest(Layer.DETAILED, 3, AMPLE, record -> !record.equals(third)))
                    .containsExactly(records.get(0), records.get(1), records.get(3));
            assertThat(outbox.oldest(Layer.DETAILED, 9, AMPLE)).isEqualTo(records);
        }
    }

    @Test
    default void putsOneRecordInThePlaceOfAnother() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            EncodedRecord old = SampleEncodedRecords.base(1);
            EncodedRecord replacement = SampleEncodedRecords.restamped(old);
            outbox.append(Clearances.base(), List.of(old));
            outbox.replace(Clearances.base(), old, replacement);
            assertThat(outbox.oldest(Layer.BASE, 9, AMPLE)).containsExactly(replacement);
            assertThat(outbox.contents().base()).isEqualTo(1);
            EncodedRecord gone = SampleEncodedRecords.base(2);
            outbox.replace(Clearances.base(), gone, SampleEncodedRecords.restamped(gone));
            assertThat(outbox.contents().base()).isEqualTo(1);
        }
    }

    @Test
    @Proves(Promise.P1)
    default void putsNothingInThePlaceOfAnotherThatTheClearanceDoesNotCover() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            EncodedRecord old = SampleEncodedRecords.base(1);
            outbox.append(Clearances.base(), List.of(old));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> outbox.replace(Clearances.detailed(1), old, SampleEncodedRecords.restamped(old)));
            assertThat(outbox.oldest(Layer.BASE, 9, AMPLE)).containsExactly(old);
        }
    }

    @Test
    default void storesNothingOfNothing() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            assertThat(outbox.append(Clearances.base(), List.of())).isEqualTo(new Stored(0, 0));
            assertThat(outbox.contents()).isEqualTo(OutboxContents.EMPTY);
        }
    }

    @Test
    default void storesARecordOfOneCallOnceIfItsUidIsComputed() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            EncodedRecord beat = SampleEncodedRecords.base(1);
            assertThat(outbox.append(Clearances.base(), List.of(beat, beat))).isEqualTo(new Stored(1, 0));
            assertThat(outbox.oldest(Layer.BASE, 9, AMPLE)).containsExactly(beat);
        }
    }

    @Test
    default void losesNothingOfWhatSeveralThreadsStore() throws InterruptedException {
        try (Outbox outbox = newOutbox(AMPLE)) {
            Crowd.of(4, number -> () -> {
                EncodedRecord record = SampleEncodedRecords.detailed(1, number);
                return outbox.append(Clearances.detailed(1), List.of(record));
            });
            assertThat(outbox.oldest(Layer.DETAILED, 9, AMPLE))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 4)
                            .mapToObj(number -> SampleEncodedRecords.detailed(1, number))
                            .toList());
        }
    }

    private static void refuses(Outbox outbox, Clearance clearance, EncodedRecord... records) {
        assertThatIllegalArgumentException().isThrownBy(() -> outbox.append(clearance, List.of(records)));
    }
}
