package io.aboveboard.bootstrap.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private Path root;
    private StateFolder folder;

    @BeforeEach
    void findAPlace(@TempDir Path home) {
        root = home.resolve("state").resolve("timetracker");
        folder = StateFolder.of(root);
    }

    private String modeOf(String name) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(root.resolve("telemetry").resolve(name)));
    }

    @Test
    void createsNothingByLooking() {
        assertThat(folder.service()).isEmpty();
        assertThat(root).doesNotExist();
    }

    @Test
    void remembersTheFirstServiceForGood() {
        folder.remember("timetracker");
        folder.remember("invoices");

        assertThat(StateFolder.of(root).service()).contains("timetracker");
    }

    @Test
    void keepsWhatItCreatesToItsOwner() throws IOException {
        folder.remember("timetracker");

        assertThat(modeOf("")).isEqualTo("rwx------");
        assertThat(modeOf("service")).isEqualTo("rw-------");
        assertThat(root.resolve("telemetry")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void refusesALinkInPlaceOfItsFolder(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve("telemetry"), elsewhere);

        assertThatThrownBy(() -> folder.remember("timetracker"))
                .isInstanceOf(StateFolderException.class)
                .hasMessageContaining(
                        root.resolve("telemetry") + ": is a link or a file where a folder is needed; remove it");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void takesAnEmptyNameTagForNone() throws IOException {
        folder.remember("timetracker");
        Files.writeString(root.resolve("telemetry").resolve("service"), "");

        folder.remember("invoices");

        assertThat(folder.service()).contains("invoices");
    }
}
