package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A disk that is full, and one that fails. */
@Proves({Promise.P7, Promise.P8})
class FullDiskTest {
    private static final int CAPACITY = 400_000;
    private static final int DENIAL = 16 * 1024;

    private final Site site = new Site();
    private final List<EncodedRecord> stored = new ArrayList<>();

    @Test
    @Fault("D7")
    void saysThatTheDiskIsFullAndKeepsWhatItHas() {
        try (Outbox outbox = site.claim()) {
            fill(outbox);
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEqualTo(stored);
            Site.accountOf(outbox);
        }
    }

    @Test
    @Fault("D7")
    void leavesRoomForAWithdrawal() throws IOException {
        try (Outbox outbox = site.claim()) {
            fill(outbox);
            assertRefused(outbox, next());
            try (DiskFile denial = site.disk().create(Path.of("/state/telemetry/denial"))) {
                denial.write(0, new byte[DENIAL], DENIAL);
            }
            assertThat(outbox.purgeDetailedExcept(0)).isEqualTo(stored.size());
            assertThat(outbox.contents().detailed()).isZero();
        }
    }

    @Test
    @Fault("D7")
    void storesAgainByItselfOnceThereIsRoom() {
        try (Outbox outbox = site.claim()) {
            fill(outbox);
            site.disk().setCapacity(10L * CAPACITY);
            assertRefused(outbox, next());
            site.advance(Duration.ofSeconds(1));
            store(outbox, next());
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEqualTo(stored);
            Site.accountOf(outbox);
        }
        try (Outbox again = site.claim()) {
            assertThat(Site.waiting(again, Layer.DETAILED)).isEqualTo(stored);
        }
    }

    @Test
    @Fault("D7")
    void settlesOnAFullDiskToo() {
        try (Outbox outbox = site.claim()) {
            fill(outbox);
            int all = stored.size();
            assertThat(outbox.settle(
                            outbox.oldest(Layer.DETAILED, all, Long.MAX_VALUE),
                            Settlement.Delivered.at(SampleInstallation.NOW)))
                    .isEqualTo(all);
            assertThat(Site.accountOf(outbox).delivered()).isEqualTo(all);
        }
    }

    @Test
    @Fault("D8")
    void trustsAFileNoMoreOfWhichASyncFailed() {
        try (Outbox outbox = site.claim()) {
            store(outbox, next());
            Path before = site.segment(1);
            byte[] content = site.file(before).content();
            outbox.journal().note(1, Map.of());
            site.disk().failSyncs(1);
            assertThatThrownBy(() -> append(outbox, next()))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("the disk fails")
                    .hasMessageContaining(Site.FOLDERS.spool().toString());
            outbox.journal().note(0, Map.of(DropReason.STORAGE_FAILED, 1L));
            store(outbox, SampleEncodedRecords.detailed(1, 500));
            assertThat(site.segments(1)).hasSize(2).contains(before);
            assertThat(site.file(before).content()).isEqualTo(content);
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEqualTo(stored);
            Site.accountOf(outbox);
        }
        site.disk().restartAfterPowerLoss(new Random(8));
        try (Outbox again = site.claim()) {
            assertThat(Site.waiting(again, Layer.DETAILED)).containsAll(stored);
            Site.accountOf(again);
        }
    }

    private void fill(Outbox outbox) {
        site.disk().setCapacity(CAPACITY);
        OutboxException refusal = null;
        while (refusal == null && stored.size() < CAPACITY) {
            try {
                store(outbox, next());
            } catch (OutboxException full) {
                refusal = full;
                outbox.journal().note(0, Map.of(DropReason.STORAGE_FAILED, 1L));
            }
        }
        assertThat(refusal).hasMessageContaining("Not stored").hasMessageContaining("the disk is full");
        assertThat(stored).hasSizeGreaterThan(100);
    }

    private EncodedRecord next() {
        return SampleEncodedRecords.detailed(1, stored.size() + 1, 1000);
    }

    private void store(Outbox outbox, EncodedRecord record) {
        Site.store(outbox, record);
        stored.add(record);
    }

    private static void append(Outbox outbox, EncodedRecord record) {
        outbox.append(Clearances.detailed(1), List.of(record));
    }

    private static void assertRefused(Outbox outbox, EncodedRecord record) {
        assertThatThrownBy(() -> append(outbox, record)).isInstanceOf(OutboxException.class);
    }
}
