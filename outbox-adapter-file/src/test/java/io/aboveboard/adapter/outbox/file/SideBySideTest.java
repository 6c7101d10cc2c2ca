package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One that owns the outbox, and others beside it. */
@Fault("D10")
class SideBySideTest {
    private final Site site = new Site();

    @Test
    void oneOwnsItAtATime() {
        try (Outbox second = site.visit()) {
            try (Outbox first = site.claim()) {
                assertThat(second.claim()).isFalse();
                assertThat(first.claim()).isTrue();
            }
            assertThat(second.claim()).isTrue();
        }
    }

    @Test
    @Proves(Promise.P8)
    void takesOverWhatOthersStore() {
        try (Outbox owner = site.claim();
                Outbox other = site.visit()) {
            Site.store(owner, SampleEncodedRecords.detailed(1, 1));
            Site.store(other, SampleEncodedRecords.detailed(1, 2));
            Site.store(owner, SampleEncodedRecords.detailed(1, 3));
            assertThat(Site.waiting(owner, Layer.DETAILED)).isEqualTo(SampleEncodedRecords.detailedUpTo(1, 3));
            assertThat(Site.accountOf(owner).offered()).isEqualTo(3);
            assertThat(site.disk().names(Site.FOLDERS.inbox())).isEmpty();
        }
    }

    @Test
    void showsOthersTheSameAsTheOwner() {
        try (Outbox owner = site.claim();
                Outbox other = site.visit()) {
            Site.store(owner, 1, 5);
            Site.store(owner, SampleEncodedRecords.base(1));
            Site.store(other, SampleEncodedRecords.base(2));
            assertThat(other.journal().account()).isEqualTo(owner.journal().account());
            owner.settle(owner.oldest(Layer.DETAILED, 2, 1000), Settlement.Delivered.at(SampleInstallation.NOW));
            assertThat(other.contents()).isEqualTo(owner.contents());
            assertThat(other.sent(9)).isEqualTo(owner.sent(9)).hasSize(2);
            assertThat(other.holds(SampleEncodedRecords.base(1).uid())).isTrue();
            assertThat(other.id()).isEqualTo(owner.id());
            assertThat(Site.waiting(other, Layer.DETAILED)).isEqualTo(Site.waiting(owner, Layer.DETAILED));
            assertThat(other.journal().memo()).isEqualTo(owner.journal().memo());
        }
    }

    @Test
    void refusesOthersWhatOnlyTheOwnerMayDo() {
        try (Outbox owner = site.claim();
                Outbox other = site.visit()) {
            List<EncodedRecord> records = Site.store(owner, 1, 1);
            assertThatThrownBy(() -> other.settle(records, Settlement.Delivered.at(SampleInstallation.NOW)))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("not been claimed by this process");
            assertThatThrownBy(other::erase).isInstanceOf(OutboxException.class);
            assertThatThrownBy(other::forgetSent).isInstanceOf(OutboxException.class);
        }
    }

    @Test
    @Proves(Promise.P4)
    void storesARecordOfAComputedUidOnceWhoeverStoresIt() {
        EncodedRecord beat = SampleEncodedRecords.base(1);
        try (Outbox owner = site.claim();
                Outbox other = site.visit();
                Outbox third = site.visit()) {
            assertThat(other.append(Clearances.base(), List.of(beat, beat))).isEqualTo(new Stored(1, 0));
            assertThat(third.append(Clearances.base(), List.of(beat))).isEqualTo(new Stored(0, 0));
            other.journal().note(1, Map.of());
            assertThat(owner.holds(beat.uid())).isTrue();
            assertThat(owner.append(Clearances.base(), List.of(beat))).isEqualTo(new Stored(0, 0));
            assertThat(Site.accountOf(owner).offered()).isEqualTo(1);
        }
    }

    @Test
    @Proves(Promise.P2)
    @Fault("E1")
    void deletesBesideTheOwnerWhatAnEndedConsentLeft() {
        try (Outbox owner = site.claim();
                Outbox other = site.visit()) {
            Site.store(owner, 1, 5);
            owner.settle(owner.oldest(Layer.DETAILED, 1, 1000), Settlement.Delivered.at(SampleInstallation.NOW));
            Site.store(other, SampleEncodedRecords.detailed(1, 6));
            List<EncodedRecord> inFlight = owner.oldest(Layer.DETAILED, 2, 1000);
            Site.store(other, SampleEncodedRecords.detailed(1, 7));
            assertThat(other.purgeDetailedExcept(0)).isEqualTo(6);
            assertThat(site.disk().names(Site.FOLDERS.detailed())).isEmpty();
            assertThat(other.journal().account().pending()).isZero();
            assertThat(owner.settle(inFlight, Settlement.Delivered.at(SampleInstallation.NOW)))
                    .isZero();
            assertThat(Site.waiting(owner, Layer.DETAILED)).isEmpty();
            assertThat(Site.accountOf(owner).dropped()).isEqualTo(Map.of(DropReason.WITHDRAWN, 6L));
            assertThat(other.purgeDetailedExcept(0)).isZero();
            Site.store(owner, 2, 2);
            assertThat(Site.waiting(owner, Layer.DETAILED)).isEqualTo(SampleEncodedRecords.detailedUpTo(2, 2));
        }
    }

    @Test
    @Proves(Promise.P2)
    @Fault("E1")
    void countsOnceWhatWasDeletedBesideAnOwnerThatThenDied() {
        Outbox owner = site.claim();
        Site.store(owner, 1, 5);
        try (Outbox other = site.visit()) {
            other.purgeDetailedExcept(0);
        }
        site.disk().restartAfterKill();
        try (Outbox next = site.claim()) {
            assertThat(Site.accountOf(next).dropped()).isEqualTo(Map.of(DropReason.WITHDRAWN, 5L));
            assertThat(next.journal().account().lostUnclean()).isZero();
        }
    }

    @Test
    @Proves(Promise.P2)
    void deletesWithoutAnyOwner() {
        try (Outbox owner = site.claim()) {
            Site.store(owner, 1, 5);
        }
        try (Outbox other = site.visit()) {
            Site.store(other, SampleEncodedRecords.detailed(1, 6));
            assertThat(other.purgeDetailedExcept(2)).isEqualTo(6);
            assertThat(Site.accountOf(other).dropped()).isEqualTo(Map.of(DropReason.WITHDRAWN, 6L));
            assertThat(other.claim()).isTrue();
        }
    }

    @Test
    @Proves(Promise.P5)
    void createsNothingByLooking() {
        try (Outbox other = site.visit()) {
            other.contents();
            other.sent(9);
            other.oldest(Layer.BASE, 9, 9);
            other.holds(SampleEncodedRecords.base(1).uid());
            other.recalls(SampleEncodedRecords.base(1).uid());
            other.journal().account();
            other.journal().memo();
            other.purgeDetailedExcept(1);
        }
        assertThat(site.disk().files()).isEmpty();
        assertThat(site.disk().folders()).isEmpty();
    }

    @Test
    void takesNothingAfterItIsClosed() {
        Outbox outbox = site.claim();
        List<EncodedRecord> records = Site.store(outbox, 1, 1);
        outbox.close();
        outbox.close();
        assertThatThrownBy(() -> Site.store(outbox, 1, 1))
                .isInstanceOf(OutboxException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(outbox::claim).isInstanceOf(OutboxException.class);
        assertThat(outbox.contents().detailed()).isEqualTo(records.size());
    }
}
