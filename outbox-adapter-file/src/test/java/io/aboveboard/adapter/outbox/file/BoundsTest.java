package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.SentRecord;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much lies on the disk, and for how long. */
@Proves(Promise.P16)
class BoundsTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int RECORD = 10_000;
    private static final int BATCH = 50;

    @Test
    @Fault("D9")
    @Proves(Promise.P8)
    void staysWithinItsSizeWhateverIsOffered() {
        Site site = new Site(FileOutboxConfig.defaults().withMaxBytes(10L * MEBIBYTE));
        try (Outbox outbox = site.claim()) {
            List<EncodedRecord> base =
                    IntStream.range(0, 5).mapToObj(SampleEncodedRecords::base).toList();
            base.forEach(record -> Site.store(outbox, record));
            int evicted = 0;
            int offered = 100 * MEBIBYTE / RECORD / BATCH;
            for (int i = 0; i < offered; i++) {
                outbox.journal().note(BATCH, Map.of());
                evicted += outbox.append(Clearances.detailed(1), batch(i)).evicted();
                assertThat(undelivered(site)).isLessThanOrEqualTo(11L * MEBIBYTE);
            }
            assertThat(Site.waiting(outbox, Layer.BASE)).isEqualTo(base);
            assertThat(Site.waiting(outbox, Layer.DETAILED).get(0))
                    .isEqualTo(batch(evicted / BATCH).get(0));
            assertThat(Site.accountOf(outbox).dropped()).isEqualTo(Map.of(DropReason.EVICTED, (long) evicted));
            assertThat(outbox.contents().bytes()).isGreaterThan(8L * MEBIBYTE);
        }
    }

    private static List<EncodedRecord> batch(int number) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> SampleEncodedRecords.detailed(1, number * BATCH + i, RECORD))
                .toList();
    }

    /** What lies below the folders of both layers. */
    private static long undelivered(Site site) {
        return site.disk().files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(Site.FOLDERS.base())
                        || file.getKey().startsWith(Site.FOLDERS.detailed()))
                .mapToLong(file -> file.getValue().size())
                .sum();
    }

    /** The journal is begun anew with what it knows, which must not be of all files there ever were. */
    @Test
    @Proves(Promise.P9)
    void forgetsOverRestartsWhatItKnewOfFilesThatAreGone() {
        Site site =
                new Site(new FileOutboxConfig(MEBIBYTE, 1, Duration.ofDays(30), RECORD, () -> SampleInstallation.NOW));
        long before = 0;
        long after = journalOf(site, 0);
        for (int run = 1; after >= before; run++) {
            before = after;
            after = journalOf(site, run);
        }
        assertThat(before).isGreaterThan(200_000);
        assertThat(after).isLessThan(10_000);
    }

    /** How large it is after one more process, for which each record had a file of its own. */
    private static long journalOf(Site site, int run) {
        try (Outbox outbox = site.claim()) {
            IntStream.range(0, BATCH)
                    .forEach(i -> Site.store(outbox, SampleEncodedRecords.detailed(1, run * BATCH + i)));
            deliver(outbox);
            Site.accountOf(outbox);
        }
        return site.file(Site.FOLDERS.journal()).size();
    }

    @Test
    void keepsNoMoreOfWhatWasSentThanItMay() {
        Site site = new Site(
                new FileOutboxConfig(MEBIBYTE, 5_000, Duration.ofDays(30), 40_000, () -> SampleInstallation.NOW));
        try (Outbox outbox = site.claim()) {
            List<EncodedRecord> all = Site.store(outbox, 1, 600);
            deliver(outbox);
            Site.store(outbox, SampleEncodedRecords.detailed(1, 601));
            List<SentRecord> sent = outbox.sent(1_000);
            assertThat(sent).hasSizeBetween(150, 400);
            assertThat(sent).extracting(SentRecord::record).isEqualTo(all.subList(600 - sent.size(), 600));
            assertThat(sizeOfSent(site)).isLessThanOrEqualTo(40_000);
            assertThat(outbox.sent(3)).isEqualTo(sent.subList(sent.size() - 3, sent.size()));
        }
    }

    private static long sizeOfSent(Site site) {
        return site.disk().files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(Site.FOLDERS.sent()))
                .mapToLong(file -> file.getValue().size())
                .sum();
    }

    @Test
    void keepsWhatWasSentNoLongerThanItMayEvenIfLittleIsSent() {
        Site site = new Site();
        try (Outbox outbox = site.claim()) {
            for (int day = 0; day < 60; day++) {
                Site.store(outbox, SampleEncodedRecords.base(day));
                outbox.settle(Site.waiting(outbox, Layer.BASE), Settlement.Delivered.at(now(day)));
                assertThat(outbox.recalls(SampleEncodedRecords.base(day).uid())).isTrue();
                site.advance(Duration.ofDays(1));
            }
            assertThat(outbox.sent(100))
                    .hasSizeBetween(29, 33)
                    .allMatch(sent -> sent.deliveredAt().isAfter(now(27)));
            assertThat(outbox.recalls(SampleEncodedRecords.base(20).uid())).isFalse();
            assertThat(outbox.recalls(SampleEncodedRecords.base(40).uid())).isTrue();
        }
        try (Outbox again = site.claim()) {
            assertThat(again.recalls(SampleEncodedRecords.base(59).uid())).isTrue();
            assertThat(again.recalls(SampleEncodedRecords.base(20).uid())).isFalse();
        }
    }

    private static java.time.Instant now(int day) {
        return SampleInstallation.NOW.plus(Duration.ofDays(day));
    }

    @Test
    void keepsAShortJournalOfALongPast() {
        Site site = new Site();
        try (Outbox outbox = site.claim()) {
            for (int i = 0; i < 20_000; i++) {
                outbox.journal().note(2, Map.of(DropReason.NO_CONSENT, 2L));
            }
            assertThat(site.file(Site.FOLDERS.journal()).size()).isLessThan(300_000);
        }
        try (Outbox again = site.claim()) {
            assertThat(Site.accountOf(again).offered()).isEqualTo(40_000);
            assertThat(Site.accountOf(again).dropped()).isEqualTo(Map.of(DropReason.NO_CONSENT, 40_000L));
        }
    }

    @Test
    @Fault("D10")
    void keepsTheInboxWithinBoundsWhenNobodyTakesItOver() {
        Site site = new Site(FileOutboxConfig.defaults().withMaxBytes(200_000));
        try (Outbox outbox = site.visit()) {
            for (int i = 0; i < 1_000; i++) {
                Site.store(outbox, SampleEncodedRecords.detailed(1, i));
                assertThat(site.disk().names(Site.FOLDERS.inbox())).hasSizeLessThan(300);
            }
            Site.accountOf(outbox);
        }
        assertThat(site.disk().used()).isLessThan(1_000_000);
        try (Outbox owner = site.claim()) {
            assertThat(Site.accountOf(owner).offered()).isEqualTo(1_000);
            assertThat(Site.accountOf(owner).lostUnclean()).isZero();
        }
    }

    @Test
    @Fault("D9")
    @Proves(Promise.P8)
    void letsTheOldestGiveWayForWhatItTakesOverFromTheInbox() {
        Site site = new Site(FileOutboxConfig.defaults().withMaxBytes(2L * MEBIBYTE));
        try (Outbox owner = site.claim();
                Outbox visitor = site.visit()) {
            for (int i = 0; i < 4; i++) {
                store(owner, i);
            }
            for (int i = 4; i < 8; i++) {
                site.advance(Duration.ofMillis(1));
                store(visitor, i);
            }
            assertThat(owner.contents().detailed()).isLessThan(8 * BATCH);
            assertThat(undelivered(site)).isLessThanOrEqualTo(3L * MEBIBYTE);
            assertThat(Site.waiting(owner, Layer.DETAILED)).endsWith(batch(7).get(BATCH - 1));
            assertThat(Site.accountOf(owner).dropped()).containsOnlyKeys(DropReason.EVICTED);
        }
    }

    private static void store(Outbox outbox, int number) {
        outbox.journal().note(BATCH, Map.of());
        outbox.append(Clearances.detailed(1), batch(number));
    }

    private static void deliver(Outbox outbox) {
        for (List<EncodedRecord> batch = oldest(outbox); !batch.isEmpty(); batch = oldest(outbox)) {
            outbox.settle(batch, Settlement.Delivered.at(SampleInstallation.NOW));
        }
    }

    private static List<EncodedRecord> oldest(Outbox outbox) {
        return outbox.oldest(Layer.DETAILED, 50, Long.MAX_VALUE);
    }

    @Test
    void rewritesAwayWhatWasDroppedBesideWhatWasSent() {
        Site site = new Site(
                new FileOutboxConfig(MEBIBYTE, 1_000, Duration.ofDays(30), MEBIBYTE, () -> SampleInstallation.NOW));
        try (Outbox outbox = site.claim()) {
            List<EncodedRecord> records = Site.store(outbox, 1, 20);
            outbox.settle(records.subList(0, 1), new Settlement.Dropped(DropReason.REFUSED));
            outbox.settle(records.subList(1, 20), new Settlement.Delivered(SampleInstallation.NOW, 0, "with a remark"));
            assertThat(holders(site, records.get(0))).isEmpty();
            assertThat(holders(site, records.get(1))).hasSize(1).allMatch(path -> path.startsWith(Site.FOLDERS.sent()));
            assertThat(outbox.sent(1).get(0).remark()).isEqualTo("with a remark");
            assertThat(outbox.sent(100)).extracting(SentRecord::record).isEqualTo(records.subList(1, 20));
        }
    }

    /** The files in which the bytes of a record stand. */
    private static List<Path> holders(Site site, EncodedRecord record) {
        return site.disk().files().entrySet().stream()
                .filter(file -> contains(file.getValue().content(), record.bytes()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean contains(byte[] content, byte[] part) {
        return IntStream.rangeClosed(0, content.length - part.length)
                .anyMatch(at -> java.util.Arrays.equals(content, at, at + part.length, part, 0, part.length));
    }
}
