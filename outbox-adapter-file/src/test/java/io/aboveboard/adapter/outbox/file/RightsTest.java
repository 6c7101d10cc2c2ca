package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read the files, and what they do on a real disk. */
class RightsTest {
    private final Path stateDir;
    private final Path telemetry;

    RightsTest(@TempDir Path root) {
        this.stateDir = root.resolve("state");
        this.telemetry = stateDir.resolve("telemetry");
    }

    @BeforeEach
    void requirePosix() {
        boolean isPosix =
                telemetry.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!isPosix) {
            System.out.println("skipped, because this file system knows no owners and modes");
        }
        Assumptions.assumeTrue(isPosix);
    }

    @Test
    void isForTheOwnerAlone() throws IOException {
        try (Outbox outbox = FileOutbox.in(stateDir);
                Outbox other = FileOutbox.in(stateDir)) {
            outbox.claim();
            outbox.id();
            Site.store(outbox, 1, 3);
            Site.store(outbox, SampleEncodedRecords.base(1));
            outbox.settle(outbox.oldest(Layer.DETAILED, 1, 1000), Settlement.Delivered.at(SampleInstallation.NOW));
            Site.store(other, SampleEncodedRecords.detailed(1, 9));
            outbox.purgeDetailedExcept(0);
            Site.store(other, SampleEncodedRecords.detailed(2, 1));
        }
        assertThat(everything())
                .hasSizeGreaterThan(8)
                .allSatisfy(path ->
                        assertThat(modeOf(path)).isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }

    @Test
    @Proves(Promise.P5)
    void createsNothingBeforeItIsClaimedOrSomethingIsStored() {
        try (Outbox outbox = FileOutbox.in(stateDir)) {
            outbox.contents();
            outbox.sent(1);
            outbox.journal().account();
            outbox.purgeDetailedExcept(0);
        }
        assertThat(stateDir).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsALink() throws IOException {
        Path elsewhere = Files.createDirectories(stateDir.resolve("elsewhere"));
        Files.createSymbolicLink(telemetry, elsewhere);
        try (Outbox outbox = FileOutbox.in(stateDir)) {
            assertThatThrownBy(outbox::claim)
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("is a link or a file where a folder is needed");
            assertThatThrownBy(() -> Site.store(outbox, 1, 1)).isInstanceOf(OutboxException.class);
        }
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void refusesAFolderOfSomebodyElse() throws IOException {
        Files.createDirectories(telemetry.resolve("spool"));
        giveAway(telemetry.resolve("spool"));
        try (Outbox outbox = FileOutbox.in(stateDir)) {
            outbox.claim();
            assertThatThrownBy(() -> Site.store(outbox, 1, 1))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("belongs to another user");
        }
    }

    private static void giveAway(Path path) {
        try {
            Files.setAttribute(path, "unix:uid", 12_345);
        } catch (IOException | UnsupportedOperationException notRoot) {
            System.out.println("skipped, because files cannot be given away here: " + notRoot);
            Assumptions.abort("files cannot be given away here");
        }
    }

    @Test
    @Fault("D6")
    void passesOverWhatIsNoFile() throws IOException {
        try (Outbox outbox = FileOutbox.in(stateDir)) {
            outbox.claim();
            Site.store(outbox, 1, 1);
            Path segment = everything().stream()
                    .filter(path -> path.toString().endsWith(".seg"))
                    .findFirst()
                    .orElseThrow();
            Files.delete(segment);
            Files.createSymbolicLink(segment, Path.of("/etc/passwd"));
            assertThat(Site.waiting(outbox, Layer.DETAILED)).isEmpty();
            assertThat(Site.accountOf(outbox).dropped()).hasSize(1);
        }
    }

    @Test
    @Proves(Promise.P7)
    void isNotDisturbedByAnInterruptOfTheHostsThread() {
        try (Outbox outbox = FileOutbox.in(stateDir)) {
            Thread.currentThread().interrupt();
            assertThat(outbox.claim()).isTrue();
            Site.store(outbox, 1, 3);
            assertThat(Site.waiting(outbox, Layer.DETAILED)).hasSize(3);
            outbox.purgeDetailedExcept(0);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        try (Outbox again = FileOutbox.in(stateDir)) {
            assertThat(again.claim()).isTrue();
        }
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(telemetry)) {
            return paths.toList();
        }
    }

    private static String modeOf(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
