package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.DeliveryMemo;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** What is there after a restart, clean or not, and what happens to files that change under a running process. */
@Proves(Promise.P8)
class RestartTest {
    private static final Settlement DELIVERED = Settlement.Delivered.at(SampleInstallation.NOW);

    private final Site site = new Site();

    @Test
    @Proves({Promise.P6, Promise.P9})
    void goesOnWhereItWasLeft() {
        List<EncodedRecord> records;
        String id;
        DeliveryMemo memo = new DeliveryMemo(
                new DeliveryState(
                        DeliveryState.Phase.PARKED,
                        "why",
                        SampleInstallation.NOW.minusSeconds(1),
                        SampleInstallation.NOW),
                3,
                SampleInstallation.NOW.plusSeconds(9),
                Map.of());
        try (Outbox outbox = site.claim()) {
            id = outbox.id();
            records = Site.store(outbox, 1, 9);
            outbox.settle(outbox.oldest(Layer.DETAILED, 4, 1000), DELIVERED);
            outbox.settle(records.subList(5, 6), new Settlement.Dropped(DropReason.TOO_LARGE));
            outbox.journal().remember(memo);
        }
        try (Outbox again = site.claim()) {
            assertThat(Site.waiting(again, Layer.DETAILED))
                    .containsExactly(records.get(4), records.get(6), records.get(7), records.get(8));
            assertThat(again.sent(9)).extracting(SentRecord::record).isEqualTo(records.subList(0, 4));
            assertThat(again.id()).isEqualTo(id);
            assertThat(again.journal().memo()).isEqualTo(memo);
            assertThat(Site.accountOf(again).delivered()).isEqualTo(4);
            assertThat(Site.accountOf(again).dropped()).isEqualTo(Map.of(DropReason.TOO_LARGE, 1L));
            assertThat(Site.accountOf(again).lostUnclean()).isZero();
        }
    }

    @Test
    void countsWhatAKillTookFromMemory() {
        Outbox outbox = site.claim();
        outbox.journal().note(5, Map.of());
        Site.store(outbox, 1, 2);
        site.disk().restartAfterKill();
        try (Outbox again = site.claim()) {
            assertThat(Site.accountOf(again).lostUnclean()).isEqualTo(5);
            assertThat(Site.waiting(again, Layer.DETAILED)).hasSize(2);
        }
    }

    @Test
    void addsToTheFileOfAnEarlierProcess() {
        for (int run = 1; run <= 20; run++) {
            try (Outbox outbox = site.claim()) {
                Site.store(outbox, SampleEncodedRecords.detailed(1, run));
            }
        }
        assertThat(site.segments(1)).hasSize(1);
        try (Outbox again = site.claim()) {
            assertThat(Site.waiting(again, Layer.DETAILED)).isEqualTo(SampleEncodedRecords.detailedUpTo(1, 20));
        }
    }

    @Test
    @Fault("D11")
    void leavesAloneWhatANewerVersionWrote() {
        List<EncodedRecord> newer;
        try (Outbox outbox = site.claim()) {
            newer = Site.store(outbox, 1, 3);
        }
        Path segment = site.segment(1);
        byte[] ours = site.file(segment).content();
        byte[] theirs = withVersion(ours, FileHead.VERSION + 1);
        site.file(segment).setContent(theirs);
        EncodedRecord added = SampleEncodedRecords.detailed(1, 4);
        try (Outbox downgraded = site.claim()) {
            assertThat(Site.waiting(downgraded, Layer.DETAILED)).isEmpty();
            Site.store(downgraded, added);
            assertThat(Site.waiting(downgraded, Layer.DETAILED)).containsExactly(added);
            assertThat(downgraded.remarks()).singleElement().asString().contains("newer version", segment.toString());
            Site.accountOf(downgraded);
        }
        assertThat(site.file(segment).content()).isEqualTo(theirs);
        site.file(segment).setContent(ours);
        try (Outbox upgraded = site.claim()) {
            assertThat(Site.waiting(upgraded, Layer.DETAILED))
                    .hasSize(4)
                    .containsAll(newer)
                    .contains(added);
            assertThat(upgraded.remarks()).isEmpty();
            assertThat(Site.accountOf(upgraded).offered()).isEqualTo(4);
            assertThat(Site.accountOf(upgraded).lostUnclean()).isZero();
        }
    }

    private static byte[] withVersion(byte[] content, int version) {
        byte[] changed = content.clone();
        ByteBuffer.wrap(changed).putInt(8, version);
        CRC32C crc = new CRC32C();
        crc.update(changed, 0, 12);
        ByteBuffer.wrap(changed).putInt(12, (int) crc.getValue());
        return changed;
    }

    @Test
    @Fault("D6")
    void skipsAndCountsAFileThatVanishes() {
        try (Outbox outbox = site.claim()) {
            Site.store(outbox, 1, 3);
            Site.store(outbox, SampleEncodedRecords.base(1));
            site.disk().files().remove(site.segment(1));
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEmpty();
            assertThat(Site.waiting(outbox, Layer.BASE)).hasSize(1);
            assertThat(Site.accountOf(outbox).dropped()).isEqualTo(Map.of(DropReason.STORAGE_LOST, 3L));
            Site.store(outbox, SampleEncodedRecords.detailed(1, 9));
            assertThat(Site.waiting(outbox, Layer.DETAILED)).hasSize(1);
        }
    }

    @Test
    @Fault("D6")
    void skipsAndCountsAFileThatCannotBeReadAnyMore() {
        try (Outbox outbox = site.claim()) {
            Site.store(outbox, 1, 3);
            Site.store(outbox, SampleEncodedRecords.base(1));
        }
        site.disk().breakFile(site.segment(1));
        try (Outbox outbox = site.claim()) {
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEmpty();
            assertThat(Site.waiting(outbox, Layer.BASE)).hasSize(1);
            assertThat(Site.accountOf(outbox).offered()).isEqualTo(4);
            Site.store(outbox, SampleEncodedRecords.detailed(1, 9));
            assertThat(Site.waiting(outbox, Layer.DETAILED)).hasSize(1);
        }
    }

    @Test
    @Fault("D6")
    void createsAnewAFolderThatVanishes() {
        try (Outbox outbox = site.claim()) {
            Site.store(outbox, 1, 3);
            site.disk().files().keySet().removeIf(path -> path.startsWith(Site.FOLDERS.spool()));
            site.disk().folders().removeIf(path -> path.startsWith(Site.FOLDERS.spool()));
            Site.store(outbox, SampleEncodedRecords.detailed(1, 9));
            assertThat(Site.waiting(outbox, Layer.DETAILED)).containsExactly(SampleEncodedRecords.detailed(1, 9));
            assertThat(Site.accountOf(outbox).dropped()).isEqualTo(Map.of(DropReason.STORAGE_LOST, 3L));
        }
        try (Outbox again = site.claim()) {
            assertThat(Site.waiting(again, Layer.DETAILED)).hasSize(1);
            assertThat(Site.accountOf(again).dropped()).isEqualTo(Map.of(DropReason.STORAGE_LOST, 3L));
        }
    }

    @Test
    @Fault("E2")
    @Proves(Promise.P2)
    void finishesAPurgeWhereverItIsKilledBeforeAnythingIsHandedOut() {
        for (int changes = 0; changes < 40; changes++) {
            Site killed = new Site();
            Outbox outbox = killed.claim();
            Site.store(outbox, 1, 4);
            outbox.settle(outbox.oldest(Layer.DETAILED, 1, 1000), DELIVERED);
            killed.disk().crashAfter(changes);
            boolean isCrash = crashes(() -> outbox.purgeDetailedExcept(2));
            killed.disk().restartAfterKill();
            try (Outbox again = killed.claim()) {
                again.purgeDetailedExcept(2);
                assertThat(Site.waiting(again, Layer.DETAILED)).isEmpty();
                assertThat(killed.disk().names(Site.FOLDERS.detailed()))
                        .as("killed after %d", changes)
                        .isEmpty();
                assertThat(Site.accountOf(again).dropped()).isEqualTo(Map.of(DropReason.WITHDRAWN, 3L));
                assertThat(again.sent(9)).hasSizeLessThanOrEqualTo(1);
            }
            if (!isCrash) {
                return;
            }
        }
        throw new AssertionError("a purge takes so many steps?");
    }

    private static boolean crashes(Runnable task) {
        try {
            task.run();
            return false;
        } catch (MemoryDisk.Crash crash) {
            return true;
        }
    }

    @Test
    void forgetsWhatWasSentOutOfAFileThatIsStillNeeded() {
        try (Outbox outbox = site.claim()) {
            List<EncodedRecord> records = Site.store(outbox, 1, 6);
            List<EncodedRecord> inFlight = outbox.oldest(Layer.DETAILED, 3, 1000);
            outbox.settle(inFlight.subList(0, 2), DELIVERED);
            outbox.forgetSent();
            assertThat(outbox.sent(9)).isEmpty();
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEqualTo(records.subList(2, 6));
            assertThat(outbox.settle(inFlight.subList(2, 3), DELIVERED)).isEqualTo(1);
            assertThat(Site.accountOf(outbox).delivered()).isEqualTo(3);
        }
        try (Outbox again = site.claim()) {
            assertThat(Site.waiting(again, Layer.DETAILED)).hasSize(3);
            assertThat(again.sent(9)).hasSize(1);
            Site.accountOf(again);
        }
    }

    @Test
    void leavesNothingBehindWhenErased() {
        try (Outbox outbox = site.claim()) {
            String id = outbox.id();
            Site.store(outbox, 1, 3);
            outbox.settle(outbox.oldest(Layer.DETAILED, 1, 1000), DELIVERED);
            outbox.erase();
            assertThat(site.disk().files()).isEmpty();
            assertThat(outbox.id()).isNotEqualTo(id);
            Site.store(outbox, 1, 2);
            assertThat(Site.waiting(outbox, Layer.DETAILED)).hasSize(2);
            Site.accountOf(outbox);
        }
    }
}
