package io.aboveboard.bootstrap.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        folder.own(Duration.ZERO).close();

        assertThat(modeOf("")).isEqualTo("rwx------");
        assertThat(modeOf("service")).isEqualTo("rw-------");
        assertThat(modeOf("owner.lock")).isEqualTo("rw-------");
        assertThat(root.resolve("telemetry")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void hasOneOwnerAtATime() {
        Ownership first = folder.own(Duration.ZERO);

        assertThat(first).isInstanceOf(Ownership.Owner.class);
        assertThat(folder.own(Duration.ZERO)).isEqualTo(Ownership.HeldByAnother.HELD_BY_ANOTHER);

        first.close();
        first.close();
        assertThat(folder.own(Duration.ZERO)).isInstanceOf(Ownership.Owner.class);
    }

    @Test
    void waitsForTheOwnerToGiveItBack() throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService other = Executors.newSingleThreadExecutor();
        Ownership first = folder.own(Duration.ZERO);
        try {
            Future<Ownership> second = other.submit(() -> folder.own(Duration.ofMinutes(1)));
            first.close();

            assertThat(second.get(1, TimeUnit.MINUTES)).isInstanceOf(Ownership.Owner.class);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void refusesALinkInPlaceOfItsFolder(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve("telemetry"), elsewhere);

        assertThat(folder.own(Duration.ZERO))
                .isEqualTo(new Ownership.Impossible(
                        root.resolve("telemetry") + ": is a link or a file where a folder is needed; remove it"));
        assertThatThrownBy(() -> folder.remember("timetracker")).isInstanceOf(StateFolderException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void saysThatNobodyCanOwnWhatCannotBeWritten() throws IOException {
        Files.createDirectories(root.getParent());
        Files.writeString(root, "a file where the folder would be");

        assertThat(folder.own(Duration.ofMinutes(1)))
                .isInstanceOfSatisfying(
                        Ownership.Impossible.class,
                        impossible -> assertThat(impossible.why()).contains(root.toString()));
    }

    @Test
    void takesAnEmptyNameTagForNone() throws IOException {
        folder.remember("timetracker");
        Files.writeString(root.resolve("telemetry").resolve("service"), "");

        folder.remember("invoices");

        assertThat(folder.service()).contains("invoices");
    }
}
