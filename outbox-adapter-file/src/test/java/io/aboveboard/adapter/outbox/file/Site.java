package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fake.MutableClock;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A state folder on a disk in memory, as tests see it: as files, and as outboxes that one process after the other opens. */
final class Site {
    static final Folders FOLDERS = Folders.in(Path.of("/state"));

    private final MemoryDisk disk;
    private final MutableClock clock = MutableClock.at(SampleInstallation.NOW);
    private final FileOutboxConfig config;

    Site() {
        this(new MemoryDisk(), FileOutboxConfig.defaults());
    }

    Site(FileOutboxConfig config) {
        this(new MemoryDisk(), config);
    }

    private Site(MemoryDisk disk, FileOutboxConfig config) {
        this.disk = disk;
        this.config = config.withClock(clock);
    }

    /** Another one with the same files. */
    Site copy() {
        return new Site(disk.copy(), config);
    }

    MemoryDisk disk() {
        return disk;
    }

    void advance(Duration duration) {
        clock.advance(duration);
    }

    Outbox visit() {
        return new FileOutbox(new Premises(disk, FOLDERS, config));
    }

    Outbox claim() {
        Outbox outbox = visit();
        assertThat(outbox.claim()).isTrue();
        return outbox;
    }

    /** Stores records of the detailed layer, each by itself, and notes that they were offered. */
    static List<EncodedRecord> store(Outbox outbox, long epoch, int count) {
        List<EncodedRecord> records = SampleEncodedRecords.detailedUpTo(epoch, count);
        records.forEach(record -> store(outbox, record));
        return records;
    }

    static void store(Outbox outbox, EncodedRecord record) {
        outbox.journal().note(1, Map.of());
        boolean isBase = record.layer() == Layer.BASE;
        outbox.append(isBase ? Clearances.base() : Clearances.detailed(record.epoch()), List.of(record));
    }

    static List<EncodedRecord> waiting(Outbox outbox, Layer layer) {
        return outbox.oldest(layer, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /** What is waiting is what the account says. */
    static Account accountOf(Outbox outbox) {
        Account account = outbox.journal().account();
        assertThat(account.pending())
                .isEqualTo(outbox.contents().base() + outbox.contents().detailed());
        return account;
    }

    /** The only file of records of a consent. */
    Path segment(long epoch) {
        return segments(epoch).get(0);
    }

    List<Path> segments(long epoch) {
        Path folder = FOLDERS.epoch(epoch);
        return disk.names(folder).stream()
                .filter(name -> name.endsWith(Names.SEGMENT))
                .map(folder::resolve)
                .toList();
    }

    MemoryFile file(Path path) {
        return Objects.requireNonNull(disk.files().get(path), path.toString());
    }
}
