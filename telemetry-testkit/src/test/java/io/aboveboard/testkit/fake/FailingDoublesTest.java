package io.aboveboard.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.ConsentMirrorException;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.port.TelemetrySinkException;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FailingDoublesTest {
    @Test
    void failsEveryCallOfAnOutboxThatMayFail() {
        FailingOutbox outbox = new FailingOutbox();
        List<EncodedRecord> records = SampleEncodedRecords.detailedUpTo(1, 2);
        outbox.append(Clearances.detailed(1), records);
        outbox.fail();
        fails(OutboxException.class, () -> outbox.append(Clearances.detailed(1), records));
        fails(OutboxException.class, () -> outbox.oldest(Layer.DETAILED, 1, 1));
        fails(OutboxException.class, () -> outbox.settle(records, Settlement.Delivered.at(SampleInstallation.NOW)));
        fails(OutboxException.class, () -> outbox.purgeDetailedExcept(0));
        outbox.recover();
        assertThat(outbox.oldest(Layer.DETAILED, 9, Long.MAX_VALUE)).isEqualTo(records);
    }

    @Test
    void failsInstallationAndReceiptsTogether() {
        FailingInstallationStore store = new FailingInstallationStore();
        store.update(installation -> SampleInstallation.stored());
        store.fail();
        assertThat(store.read()).isInstanceOf(InstallationReading.Unreadable.class);
        fails(InstallationStoreException.class, () -> store.update(installation -> installation));
        failsLedgerOf(store);
        store.recover();
        assertThat(store.read()).isEqualTo(new InstallationReading.Found(SampleInstallation.stored()));
        assertThat(store.ledger().history()).isEmpty();
    }

    @Test
    void failsReceiptsAlone() {
        FailingInstallationStore store = new FailingInstallationStore();
        store.failLedgerOnly();
        assertThat(store.update(installation -> SampleInstallation.stored())).isEqualTo(SampleInstallation.stored());
        failsLedgerOf(store);
    }

    @Test
    void failsAMirrorUntilItRecovers() {
        FailingConsentMirror mirror = new FailingConsentMirror();
        mirror.write(true);
        mirror.fail();
        fails(ConsentMirrorException.class, mirror::read);
        fails(ConsentMirrorException.class, () -> mirror.write(false));
        mirror.recover();
        assertThat(mirror.read()).hasValue(true);
    }

    @Test
    void failsASinkThatIsConfigured() {
        try (FailingTelemetrySink sink = new FailingTelemetrySink()) {
            Batch batch = new Batch(SampleInstallation.SERVICE, List.of(SampleEncodedRecords.base(1)));
            assertThat(sink.describe().configured()).isTrue();
            fails(TelemetrySinkException.class, sink::encoder);
            fails(TelemetrySinkException.class, () -> sink.deliver(Clearances.base(), batch));
            fails(IllegalArgumentException.class, () -> sink.deliver(Clearances.detailed(1), batch));
        }
    }

    private static void failsLedgerOf(FailingInstallationStore store) {
        fails(ConsentLedgerException.class, () -> store.ledger().last());
        fails(ConsentLedgerException.class, () -> store.ledger().history());
        fails(ConsentLedgerException.class, () -> store.ledger().append(SampleDecisions.yes()));
    }

    private static void fails(Class<? extends RuntimeException> failure, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(failure).message().isNotBlank();
    }
}
