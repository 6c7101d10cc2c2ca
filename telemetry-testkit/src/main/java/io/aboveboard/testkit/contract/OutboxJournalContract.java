package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.DeliveryMemo;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an outbox knows of the past, and how it forgets. */
@Proves(Promise.P8)
interface OutboxJournalContract extends OutboxSubject {
    @Test
    default void beginsWithAnEmptyAccountAndABlankMemo() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            assertThat(outbox.claim()).isTrue();
            assertThat(outbox.claim()).isTrue();
            assertThat(outbox.journal().account()).isEqualTo(Account.EMPTY);
            assertThat(outbox.journal().memo()).isEqualTo(DeliveryMemo.BLANK);
        }
    }

    @Test
    default void hasARandomIdentityOfItsOwn() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            assertThat(UUID.fromString(outbox.id()).version()).isEqualTo(4);
            assertThat(outbox.id()).isEqualTo(outbox.id());
        }
    }

    @Test
    default void accountsForEveryEndThatARecordMeets() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            outbox.journal().note(12, Map.of(DropReason.NO_CONSENT, 2L));
            outbox.append(Clearances.detailed(1), SampleEncodedRecords.detailedUpTo(1, 10));
            settle(outbox, 3, Settlement.Delivered.at(SampleInstallation.NOW));
            settle(outbox, 2, new Settlement.Delivered(SampleInstallation.NOW, 1, "one was too old"));
            settle(outbox, 1, new Settlement.Dropped(DropReason.REFUSED));
            assertThat(outbox.journal().account().pending()).isEqualTo(4);
            outbox.purgeDetailedExcept(2);
            assertThat(outbox.journal().account())
                    .isEqualTo(new Account(
                            12,
                            4,
                            Map.of(
                                    DropReason.NO_CONSENT, 2L,
                                    DropReason.REJECTED, 1L,
                                    DropReason.REFUSED, 1L,
                                    DropReason.WITHDRAWN, 4L),
                            0));
            assertThat(outbox.journal().account().pending()).isZero();
        }
    }

    @Test
    default void accountsForWhatGaveWay() {
        try (Outbox outbox = newOutbox(20L * SampleEncodedRecords.SIZE)) {
            outbox.journal().note(50, Map.of());
            SampleEncodedRecords.detailedUpTo(1, 50)
                    .forEach(record -> outbox.append(Clearances.detailed(1), List.of(record)));
            assertThat(outbox.journal().account().pending())
                    .isEqualTo(outbox.contents().detailed());
        }
    }

    @Test
    default void remembersHowDeliveryFared() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            outbox.claim();
            DeliveryState state = new DeliveryState(
                    DeliveryState.Phase.RETRYING,
                    "busy (503): \u00fcber",
                    SampleInstallation.NOW,
                    SampleInstallation.NOW.plusMillis(1_500));
            DeliveryMemo memo = new DeliveryMemo(
                    state,
                    7,
                    SampleInstallation.NOW.plusSeconds(3),
                    Map.of(SampleEncodedRecords.base(1).uid(), SampleInstallation.NOW.plusSeconds(5)));
            outbox.journal().remember(memo);
            assertThat(outbox.journal().memo()).isEqualTo(memo);
        }
    }

    @Test
    default void passesOnARequestToDeliverNowOnce() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            outbox.claim();
            assertThat(outbox.nudged()).isFalse();
            outbox.nudge();
            outbox.nudge();
            assertThat(outbox.nudged()).isTrue();
            assertThat(outbox.nudged()).isFalse();
        }
    }

    @Test
    default void forgetsWhatWasSentAndNothingElse() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            EncodedRecord first = SampleEncodedRecords.base(1);
            outbox.append(Clearances.base(), List.of(first, SampleEncodedRecords.base(2)));
            outbox.settle(List.of(first), Settlement.Delivered.at(SampleInstallation.NOW));
            assertThat(outbox.recalls(first.uid())).isTrue();
            outbox.forgetSent();
            assertThat(outbox.sent(9)).isEmpty();
            assertThat(outbox.recalls(first.uid())).isFalse();
            assertThat(outbox.contents().base()).isEqualTo(1);
        }
    }

    @Test
    default void forgetsEverything() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            outbox.journal().note(4, Map.of());
            outbox.append(Clearances.base(), List.of(SampleEncodedRecords.base(1)));
            outbox.append(Clearances.detailed(1), SampleEncodedRecords.detailedUpTo(1, 3));
            settle(outbox, 1, Settlement.Delivered.at(SampleInstallation.NOW));
            outbox.erase();
            assertThat(outbox.contents()).isEqualTo(OutboxContents.EMPTY);
            assertThat(outbox.sent(9)).isEmpty();
            assertThat(outbox.journal().account()).isEqualTo(Account.EMPTY);
        }
    }

    @Test
    default void hasAnotherIdentityAndNoMemoOnceEverythingIsForgotten() {
        try (Outbox outbox = newOutbox(AMPLE)) {
            outbox.claim();
            String id = outbox.id();
            outbox.journal().remember(new DeliveryMemo(DeliveryState.IDLE, 3, null, Map.of()));
            outbox.erase();
            assertThat(outbox.id()).isNotEqualTo(id);
            assertThat(outbox.journal().memo()).isEqualTo(DeliveryMemo.BLANK);
        }
    }

    @Test
    default void isClosedAsOftenAsAnybodyLikes() {
        Outbox outbox = newOutbox(AMPLE);
        outbox.close();
        outbox.close();
    }

    private static void settle(Outbox outbox, int records, Settlement settlement) {
        assertThat(outbox.settle(outbox.oldest(Layer.DETAILED, records, AMPLE), settlement))
                .isEqualTo(records);
    }
}
