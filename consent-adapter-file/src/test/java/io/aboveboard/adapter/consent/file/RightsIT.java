package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Owners and rights, as root and as somebody who is not. Only root can try both; anybody else skips it and says so. */
@Tag("thorough")
@Proves(Promise.P10)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RightsIT {
    private static final String BEFORE = "{\n  \"host\": 1\n}";
    private static final String AFTER = "{\n  \"host\": 1,\n  \"telemetry_enabled\": false\n}";
    private static final int NOBODY = 65534;
    private static final int APP = 12345;

    private final Path root;
    private final StateFolder folder;

    RightsIT(@TempDir Path root) {
        this.root = root;
        this.folder = new StateFolder(root.resolve("state"));
    }

    @BeforeEach
    void requireRoot() throws IOException {
        if (!Files.getAttribute(root, "unix:uid").equals(0) || !Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            String reason = "skipped, because only root with setpriv can become another user";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    @Fault("A17")
    void keepsModeOwnerAndGroup() throws IOException {
        folder.holding(BEFORE);
        own(folder.installation(), APP, APP + 1, "rw-r-----");
        folder.store().update(stored -> stored.withPreference(StoredPreference.NO));
        assertThat(folder.text()).isEqualTo(AFTER);
        assertOwned(folder.installation(), APP, APP + 1, "rw-r-----");
    }

    @Test
    @Fault("A17")
    void writesInPlaceWhatItCouldNotGiveBackToItsOwner() throws IOException {
        folder.holding(BEFORE);
        own(folder.root(), NOBODY, NOBODY, "rwxr-xr-x");
        own(folder.installation(), APP, APP + 1, "rw-rw-rw-");
        Object inode = Files.getAttribute(folder.installation(), "unix:ino");
        assertThat(asNobody("deny")).isEqualTo("saved");
        assertThat(folder.text()).isEqualTo(AFTER);
        assertOwned(folder.installation(), APP, APP + 1, "rw-rw-rw-");
        assertThat(Files.getAttribute(folder.installation(), "unix:ino")).isEqualTo(inode);
        assertThat(folder.contents()).containsExactly("installation.json", "telemetry", "telemetry/installation.lock");
    }

    @Test
    void givesWhatRootCreatesToTheOwnerOfTheFolder() throws IOException {
        Files.createDirectory(folder.root());
        own(folder.root(), APP, APP, "rwxr-xr-x");
        folder.store().update(installation -> SampleInstallation.stored().withLastBeat(LocalDate.of(2027, 3, 1)));
        folder.store().ledger().append(SampleDecisions.no());
        assertThat(folder.contents())
                .hasSize(6)
                .allSatisfy(path -> assertThat(Files.getAttribute(folder.root().resolve(path), "unix:uid"))
                        .isEqualTo(APP));
    }

    @Test
    @Fault("A18")
    void takesAFileThatMayNotBeReadForUnreadableAndNotForMissing() throws IOException {
        folder.holding(BEFORE);
        own(folder.root(), NOBODY, NOBODY, "rwxr-xr-x");
        own(folder.installation(), 0, 0, "rw-------");
        assertThat(asNobody("read"))
                .startsWith("Unreadable[where=" + folder.installation())
                .contains("permission denied to uid 65534 (" + folder.installation()
                        + " is rw------- of root:root); give that user the right to read and write it");
        assertThat(asNobody("deny")).contains("not saved").contains("permission denied to uid 65534");
        assertThat(folder.text()).isEqualTo(BEFORE);
        assertThat(folder.contents()).containsExactly("installation.json");
    }

    @Test
    @Fault("A18")
    void takesAFileBelowAClosedFolderForUnreadableAndNotForMissing() throws IOException {
        folder.holding(BEFORE);
        own(folder.root(), 0, 0, "rwx------");
        assertThat(asNobody("read"))
                .startsWith("Unreadable[where=" + folder.installation())
                .contains("permission denied to uid 65534 (" + folder.root() + " is rwx------ of root:root)");
        assertThat(asNobody("deny")).contains("not saved").contains("permission denied to uid 65534");
        assertThat(folder.text()).isEqualTo(BEFORE);
        assertThat(folder.contents()).containsExactly("installation.json");
    }

    @Test
    @Fault("A18")
    void saysWhichRightIsMissingWhereNothingCanBeCreated() throws IOException {
        Files.createDirectory(folder.root());
        assertThat(asNobody("read")).isEqualTo("Missing[]");
        assertThat(asNobody("deny"))
                .contains(folder.root().resolve("telemetry") + ": permission denied to uid 65534 (" + folder.root()
                        + " is rwxr-xr-x of root:root)");
        assertThat(asNobody("remarks"))
                .isEqualTo("[nothing can be stored in " + folder.root() + " by uid 65534 (" + folder.root()
                        + " is rwxr-xr-x of root:root); give that user the right to read and write it, or set another"
                        + " state folder]");
        assertThat(folder.contents()).isEmpty();
    }

    private String asNobody(String command) throws IOException {
        Path classes = Files.createTempDirectory(root, "classes");
        Files.setPosixFilePermissions(classes, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Child child = Child.jvmOf(NOBODY, classes, folder, command)) {
            assertThat(child.line()).isEqualTo("ready");
            String answer = child.ask("go");
            child.ends();
            return answer;
        }
    }

    private static void own(Path path, int owner, int group, String mode) throws IOException {
        Files.setAttribute(path, "unix:uid", owner);
        Files.setAttribute(path, "unix:gid", group);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static void assertOwned(Path path, int owner, int group, String mode) throws IOException {
        assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(owner);
        assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(group);
        assertThat(StateFolder.modeOf(path)).isEqualTo(mode);
    }
}
