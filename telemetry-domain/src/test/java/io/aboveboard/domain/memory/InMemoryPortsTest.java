package io.aboveboard.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.ConsentFacts;
import io.aboveboard.domain.consent.ConsentPolicy;
import io.aboveboard.domain.consent.StoredConsent;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the contracts of the ports leave open. */
class InMemoryPortsTest {
    private static final Instant NOW = Instant.parse("2027-06-10T03:00:00Z");
    private static final Clearance BASE = (Clearance) ConsentPolicy.decide(
            Layer.BASE, new ConsentFacts(Switches.unset(), true, true, new StoredConsent.Undecided(), "1"));

    @Test
    @Proves(Promise.P16)
    void keepsTheLastThousandDeliveredRecords() {
        InMemoryOutbox outbox = new InMemoryOutbox();
        List<EncodedRecord> records =
                IntStream.range(0, 1_005).mapToObj(InMemoryPortsTest::record).toList();
        outbox.append(BASE, records);
        assertThat(outbox.settle(records, Settlement.Delivered.at(NOW))).isEqualTo(1_005);
        assertThat(outbox.sent(Integer.MAX_VALUE)).hasSize(InMemoryOutbox.SENT_KEPT);
        assertThat(outbox.sent(Integer.MAX_VALUE).get(0).record()).isEqualTo(record(5));
        assertThat(outbox.sent(1).get(0).record()).isEqualTo(record(1_004));
        assertThat(outbox.sent(0)).isEmpty();
    }

    @Test
    void refusesAnOutboxWithoutRoom() {
        assertThatThrownBy(() -> new InMemoryOutbox(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxBytes: must be positive");
        assertThat(new InMemoryOutbox(1).contents().bytes()).isZero();
    }

    @Test
    void beginsWithTheInstallationItIsGiven() {
        Installation brought = Installation.blank().withPreference(StoredPreference.YES);
        assertThat(new InMemoryInstallationStore(brought).read()).isEqualTo(new InstallationReading.Found(brought));
        assertThat(new InMemoryInstallationStore().read()).isEqualTo(new InstallationReading.Missing());
    }

    @Test
    void mirrorsNothingUntilItIsWritten() {
        InMemoryConsentMirror mirror = new InMemoryConsentMirror();
        assertThat(mirror.read()).isEmpty();
        mirror.write(false);
        assertThat(mirror.read()).contains(false);
        mirror.write(true);
        assertThat(mirror.read()).contains(true);
    }

    @Test
    @Proves(Promise.P13)
    void makesNoBatchOfNothing() {
        assertThatThrownBy(() -> new Batch(Service.of("timetracker", "1"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("records: must not be empty");
    }

    @Test
    @Proves(Promise.P1)
    void letsNoBatchPassThatItsClearanceDoesNotCover() {
        EncodedRecord detailed = new EncodedRecord(Layer.DETAILED, 1, new RecordUid("d"), NOW, new byte[1]);
        Batch mixed = new Batch(Service.of("timetracker", "1"), List.of(record(1), detailed));
        assertThatThrownBy(() -> mixed.requireCoveredBy(BASE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InMemoryOutbox().append(BASE, List.of(detailed)))
                .isInstanceOf(IllegalArgumentException.class);
        new Batch(Service.of("timetracker", "1"), List.of(record(1))).requireCoveredBy(BASE);
    }

    private static EncodedRecord record(int number) {
        return new EncodedRecord(Layer.BASE, 0, new RecordUid("uid-" + number), NOW, new byte[10]);
    }
}
