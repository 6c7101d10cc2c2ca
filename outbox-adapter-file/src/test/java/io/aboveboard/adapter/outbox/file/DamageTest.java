package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of records that a crash cut short, or that a disk changed. */
@Proves({Promise.P8, Promise.P16})
class DamageTest {
    /** One for each bit that is turned, which nobody reads. */
    private static final Logger WARNINGS = Logger.getLogger(FileOutbox.class.getName());

    private static final int RECORDS = 4;
    private static final int FRAME = 16 + 23 + "1-1".length() + SampleEncodedRecords.SIZE;

    private static final Settlement DELIVERED = Settlement.Delivered.at(SampleInstallation.NOW);

    private final Site site = new Site();
    private final List<EncodedRecord> records;
    private final byte[] whole;
    private final int firstAt;

    @BeforeAll
    static void silenceTheWarnings() {
        WARNINGS.setLevel(Level.OFF);
    }

    @AfterAll
    static void hearThemAgain() {
        WARNINGS.setLevel(null);
    }

    DamageTest() {
        try (Outbox outbox = site.claim()) {
            records = Site.store(outbox, 1, RECORDS);
        }
        whole = site.file(site.segment(1)).content();
        firstAt = whole.length - RECORDS * FRAME;
    }

    @Test
    @Fault("D2")
    void deliversWhatIsWholeOfAFileCutShortAnywhere() {
        for (int length = 0; length < whole.length; length++) {
            int left = Math.max(0, (length - firstAt) / FRAME);
            boolean isTorn = length > firstAt && (length - firstAt) % FRAME > 0;
            Site cut = damaged(Arrays.copyOf(whole, length));
            Account account = finds(cut, records.subList(0, left));
            assertThat(account.dropped()).as("cut at %d", length).isEqualTo(corrupt(isTorn ? 1 : 0));
            assertThat(account.lostUnclean()).isEqualTo(RECORDS - left - (isTorn ? 1 : 0));
            assertThat(finds(cut, records.subList(0, left))).isEqualTo(account);
        }
    }

    @Test
    @Fault("D3")
    void skipsOnlyTheRecordOfWhichABitIsFlipped() {
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            int hit = (bit / Byte.SIZE - firstAt) / FRAME;
            boolean isHit = bit / Byte.SIZE >= firstAt;
            List<EncodedRecord> left = isHit ? without(hit) : records;
            Site damaged = damaged(flipped);
            Account account = finds(damaged, left);
            assertThat(account.dropped()).as("bit %d", bit).isEqualTo(corrupt(isHit ? 1 : 0));
            assertThat(finds(damaged, left)).isEqualTo(account);
        }
    }

    @Test
    @Fault("D3")
    void skipsARecordThatIsDamagedWhileItRuns() {
        try (Outbox outbox = site.claim()) {
            byte[] damaged = whole.clone();
            damaged[firstAt + FRAME + 50]++;
            site.file(site.segment(1)).setContent(damaged);
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEqualTo(without(1));
            assertThat(Site.accountOf(outbox).dropped()).isEqualTo(corrupt(1));
            assertThat(outbox.settle(without(1), Settlement.Delivered.at(SampleInstallation.NOW)))
                    .isEqualTo(RECORDS - 1);
            assertThat(outbox.contents()).isEqualTo(OutboxContents.EMPTY);
            assertThat(outbox.sent(9)).hasSize(RECORDS - 1);
        }
        try (Outbox again = site.claim()) {
            assertThat(Site.accountOf(again).dropped()).isEqualTo(corrupt(1));
        }
    }

    @ParameterizedTest
    @Fault({"D3", "D5"})
    @ValueSource(strings = {Names.ENDINGS, "journal.v1", "sent"})
    void losesNothingUndeliveredWhereABitIsFlippedInWhatIsKeptBeside(String kind) {
        try (Outbox outbox = site.claim()) {
            Site.store(outbox, 2, 3);
            outbox.settle(Site.waiting(outbox, Layer.DETAILED).subList(0, 2), DELIVERED);
            Site.store(outbox, SampleEncodedRecords.base(1));
            outbox.settle(Site.waiting(outbox, Layer.BASE), DELIVERED);
        }
        Path file = onlyFile(kind);
        byte[] sound = site.file(file).content();
        for (int bit = 0; bit < sound.length * Byte.SIZE; bit += 3) {
            byte[] flipped = sound.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Site damaged = site.copy();
            damaged.file(file).setContent(flipped);
            try (Outbox outbox = damaged.claim()) {
                assertThat(Site.waiting(outbox, Layer.DETAILED))
                        .as("bit %d", bit)
                        .containsAll(undelivered());
                assertThat(Site.accountOf(outbox).offered()).isNotNegative();
                assertThat(outbox.sent(9)).hasSizeLessThanOrEqualTo(3);
            }
        }
    }

    private Path onlyFile(String kind) {
        List<Path> found = site.disk().files().keySet().stream()
                .filter(path ->
                        path.toString().contains(kind) && !path.toString().endsWith(".lock"))
                .toList();
        assertThat(found).as("%s among %s", kind, site.disk().files().keySet()).hasSize(1);
        return found.get(0);
    }

    /** What was stored last: of the first records two are delivered. */
    private List<EncodedRecord> undelivered() {
        List<EncodedRecord> left = new ArrayList<>(records.subList(2, RECORDS));
        left.addAll(SampleEncodedRecords.detailedUpTo(2, 3));
        return left;
    }

    @ParameterizedTest
    @Fault("D4")
    @ValueSource(ints = {1, 15, 16, 17, 4096, 1_000_000})
    void passesOverATailOfZeros(int zeros) {
        Site tailed = damaged(Arrays.copyOf(whole, whole.length + zeros));
        assertThat(finds(tailed, records).dropped()).isEmpty();
        try (Outbox outbox = tailed.claim()) {
            Site.store(outbox, SampleEncodedRecords.detailed(1, 99));
            assertThat(Site.waiting(outbox, Layer.DETAILED)).hasSize(RECORDS + 1);
        }
    }

    @ParameterizedTest
    @Fault("D4")
    @ValueSource(ints = {Integer.MIN_VALUE, Integer.MAX_VALUE, -1, 0, Frame.LONGEST, Frame.LONGEST + 1, 1, 200})
    void believesNoLengthThatCannotBe(int length) {
        Site lying = damaged(withLength(length));
        assertThat(finds(lying, without(1)).dropped()).isEqualTo(corrupt(1));
    }

    /** The second record with another length in its head, and a checksum as if that were right. */
    private byte[] withLength(int length) {
        byte[] bytes = whole.clone();
        int head = firstAt + FRAME;
        ByteBuffer.wrap(bytes).putInt(head + 4, length);
        CRC32C crc = new CRC32C();
        crc.update(bytes, head, 12);
        ByteBuffer.wrap(bytes).putInt(head + 12, (int) crc.getValue());
        return bytes;
    }

    @Test
    @Fault("D4")
    void takesUpAFolderWithEmptyAndForeignFiles() {
        site.file(site.segment(1)).setContent(new byte[0]);
        MemoryFile foreign = new MemoryFile();
        foreign.setContent("somebody else's notes, longer than a head".getBytes(StandardCharsets.UTF_8));
        site.disk().files().put(Site.FOLDERS.epoch(1).resolve(Names.segment(77)), foreign);
        finds(site, List.of());
        assertThat(site.segments(1)).containsExactly(Site.FOLDERS.epoch(1).resolve(Names.segment(77)));
    }

    private Site damaged(byte[] content) {
        Site damaged = site.copy();
        damaged.file(damaged.segment(1)).setContent(content);
        return damaged;
    }

    private static Account finds(Site found, List<EncodedRecord> expected) {
        try (Outbox outbox = found.claim()) {
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEqualTo(expected);
            assertThat(outbox.contents().detailed()).isEqualTo(expected.size());
            assertThat(Site.accountOf(outbox).offered()).isEqualTo(RECORDS);
            return Site.accountOf(outbox);
        }
    }

    private List<EncodedRecord> without(int index) {
        List<EncodedRecord> others = new ArrayList<>(records);
        others.remove(index);
        return others;
    }

    private static Map<DropReason, Long> corrupt(long count) {
        return count == 0 ? Map.of() : Map.of(DropReason.CORRUPT, count);
    }
}
