package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fake.MutableClock;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.machine.Mount;
import io.aboveboard.testkit.machine.SystemCommand;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults of a real disk: one that is full, one that fails to sync. */
@Proves({Promise.P7, Promise.P8})
final class DiskFaultsIT {
    private static final int KILOBYTES = 2048;
    private static final int DENIAL = 32 * 1024;

    private final Path stateDir;
    private final MutableClock clock = MutableClock.at(SampleInstallation.NOW);

    DiskFaultsIT(@TempDir Path root) throws IOException {
        this.stateDir = Files.createDirectory(root.resolve("state"));
    }

    @Test
    @Fault("D7")
    void keepsWhatItHasOnAFullDiskLeavesRoomForADenialAndStoresAgainOnceThereIsRoom() throws IOException {
        try (Mount mounted = Mount.memory(stateDir, KILOBYTES);
                Outbox outbox =
                        FileOutbox.in(stateDir, FileOutboxConfig.defaults().withClock(clock))) {
            outbox.claim();
            Path ballast = Files.write(stateDir.resolve("ballast"), new byte[KILOBYTES * 1024 / 2]);
            List<EncodedRecord> stored = fill(outbox);
            Files.write(stateDir.resolve("denial"), new byte[DENIAL]);
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEqualTo(stored);
            Files.delete(ballast);
            clock.advance(Duration.ofSeconds(1));
            EncodedRecord more = record(stored.size() + 1);
            Site.store(outbox, more);
            stored.add(more);
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEqualTo(stored);
            Site.accountOf(outbox);
            assertThat(outbox.purgeDetailedExcept(0)).isEqualTo(stored.size());
            assertThat(mounted).isNotNull();
        }
    }

    @Test
    @Fault("D6")
    void takesARefusalThatSaysNothingOfTheFileForNoLossOfIt() throws IOException {
        Path program = Files.copy(Path.of("/bin/sleep"), stateDir.resolve("program"));
        Process running = new ProcessBuilder(program.toString(), "60").start();
        try {
            assertThatThrownBy(() -> new RealDisk().open(program, Disk.Access.WRITE))
                    .isInstanceOfSatisfying(
                            IOException.class,
                            refused -> assertThat(Explanation.isLoss(refused))
                                    .as("%s", refused)
                                    .isFalse());
        } finally {
            running.destroyForcibly();
        }
    }

    private static List<EncodedRecord> fill(Outbox outbox) {
        List<EncodedRecord> stored = new ArrayList<>();
        assertThatThrownBy(() -> {
                    for (int i = 1; i < KILOBYTES; i++) {
                        Site.store(outbox, record(i));
                        stored.add(record(i));
                    }
                })
                .isInstanceOf(OutboxException.class)
                .hasMessageContaining("the disk is full");
        outbox.journal().note(0, Map.of(DropReason.STORAGE_FAILED, 1L));
        assertThat(stored).hasSizeGreaterThan(100);
        return stored;
    }

    private static EncodedRecord record(int number) {
        return SampleEncodedRecords.detailed(1, number, 2000);
    }

    @Test
    @Fault("D8")
    void reportsWhatCouldNotBeSyncedAndGoesOnInAnotherFile() throws IOException {
        SystemCommand.require("system calls cannot be made to fail here", "strace", "-f", "-e", "trace=fsync", "true");
        List<String> tracing = List.of(
                "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=20");
        List<String> lines;
        try (Child child = Child.start(tracing, stateDir, "append", "1", "40")) {
            lines = child.lines(100);
            child.awaitEnd();
        }
        assertThat(lines).hasSize(41).startsWith("ready");
        List<String> refused =
                lines.stream().filter(line -> line.startsWith("refused")).toList();
        assertThat(refused).hasSize(1).allMatch(line -> line.contains("the disk fails"));
        int number = Integer.parseInt(refused.get(0).split(" ", 3)[1]);
        try (Outbox outbox = FileOutbox.in(stateDir)) {
            outbox.claim();
            assertThat(Site.waiting(outbox, Layer.DETAILED).stream()
                            .map(record -> record.uid().value())
                            .collect(Collectors.toSet()))
                    .hasSize(39)
                    .doesNotContain("1-" + number);
            Site.accountOf(outbox);
        }
    }
}
