package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left in an outbox when a consent ends. */
@Proves(Promise.P2)
interface OutboxPurgeContract extends OutboxSubject {
    @Test
    default void removesAllOfTheDetailedLayerAndNothingOfTheBaseLayer() {
        try (Outbox outbox = filled()) {
            assertThat(outbox.purgeDetailedExcept(0)).isEqualTo(5);
            assertThat(outbox.oldest(Layer.DETAILED, 9, AMPLE)).isEmpty();
            assertThat(outbox.contents().detailed()).isZero();
            assertThat(outbox.holds(SampleEncodedRecords.detailed(1, 1).uid())).isFalse();
            assertThat(outbox.oldest(Layer.BASE, 9, AMPLE)).containsExactly(SampleEncodedRecords.base(1));
        }
    }

    @Test
    default void keepsWhatWasMadeUnderTheCurrentConsent() {
        try (Outbox outbox = filled()) {
            assertThat(outbox.purgeDetailedExcept(3)).isEqualTo(3);
            assertThat(outbox.oldest(Layer.DETAILED, 9, AMPLE)).isEqualTo(SampleEncodedRecords.detailedUpTo(3, 2));
            assertThat(outbox.purgeDetailedExcept(3)).isZero();
        }
    }

    @Test
    default void keepsWhatWasSentReadable() {
        try (Outbox outbox = filled()) {
            List<EncodedRecord> one = outbox.oldest(Layer.DETAILED, 1, AMPLE);
            outbox.settle(one, Settlement.Delivered.at(SampleInstallation.NOW));
            outbox.purgeDetailedExcept(0);
            assertThat(outbox.sent(9)).hasSize(1);
        }
    }

    @Test
    default void doesNotCountADeliveryOfWhatWasPurged() {
        try (Outbox outbox = filled()) {
            List<EncodedRecord> inFlight = outbox.oldest(Layer.DETAILED, 1, AMPLE);
            outbox.purgeDetailedExcept(0);
            assertThat(outbox.settle(inFlight, Settlement.Delivered.at(SampleInstallation.NOW)))
                    .isZero();
            assertThat(outbox.sent(9)).isEmpty();
        }
    }

    private Outbox filled() {
        Outbox outbox = newOutbox(AMPLE);
        outbox.append(Clearances.base(), List.of(SampleEncodedRecords.base(1)));
        outbox.append(Clearances.detailed(1), SampleEncodedRecords.detailedUpTo(1, 3));
        outbox.append(Clearances.detailed(3), SampleEncodedRecords.detailedUpTo(3, 2));
        return outbox;
    }
}
