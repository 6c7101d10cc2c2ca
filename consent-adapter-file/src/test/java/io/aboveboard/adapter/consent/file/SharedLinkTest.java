package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.marks.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Fault("A16")
final class SharedLinkTest {
    private final StateFolder folder;
    private final Path target;

    SharedLinkTest(@TempDir Path root) {
        this.folder = new StateFolder(root.resolve("state"));
        this.target = root.resolve("elsewhere").resolve("real.json");
    }

    @BeforeEach
    void createFolders() throws IOException {
        Files.createDirectory(folder.root());
        Files.createDirectory(target.getParent());
    }

    @Test
    void changesTheTargetAndKeepsTheLink() throws IOException {
        Files.writeString(target, "{\n  \"host\": 1\n}");
        Files.createSymbolicLink(folder.installation(), Path.of("../elsewhere/real.json"));
        deny();
        assertThat(folder.installation()).isSymbolicLink();
        assertThat(target).hasContent("{\n  \"host\": 1,\n  \"telemetry_enabled\": false\n}");
        assertThat(folder.found().preference()).isEqualTo(StoredPreference.NO);
        try (var left = Files.list(target.getParent())) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void refusesALinkToNothing() throws IOException {
        Files.createSymbolicLink(folder.installation(), target);
        assertRefused("does not exist");
        assertThat(target).doesNotExist();
    }

    @Test
    void refusesALinkInACircle() throws IOException {
        Files.createSymbolicLink(folder.installation(), folder.installation());
        assertRefused("cannot be followed");
    }

    @Test
    void refusesALinkThatAnybodyMayHavePutThere() throws IOException {
        Files.writeString(target, "{}");
        Files.createSymbolicLink(folder.installation(), target);
        Files.setPosixFilePermissions(folder.root(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertRefused("everybody may write");
        assertThat(target).hasContent("{}");
    }

    @Test
    void refusesALinkInPlaceOfTheOwnFolder() throws IOException {
        Files.createSymbolicLink(folder.root().resolve("telemetry"), target.getParent());
        assertThatThrownBy(this::deny)
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageContaining("where a folder is needed");
        assertThat(folder.installation()).doesNotExist();
    }

    private void assertRefused(String reason) {
        assertThat(StateFolder.unreadable(folder.store().read()).why()).contains(reason);
        assertThatThrownBy(this::deny)
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageContaining(reason);
        assertThat(folder.installation()).isSymbolicLink();
    }

    private void deny() {
        folder.store().update(installation -> installation.withPreference(StoredPreference.NO));
    }
}
