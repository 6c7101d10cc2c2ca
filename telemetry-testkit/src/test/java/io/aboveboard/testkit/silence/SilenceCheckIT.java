package io.aboveboard.testkit.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check notices what it is there to notice. */
@Proves(Promise.P5)
class SilenceCheckIT {
    private final SilenceCheck check;
    private final Path folder;

    SilenceCheckIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.check = SilenceCheck.ofThisJvm().watching(folder, folder.resolve("not/there"));
        Files.writeString(folder.resolve("kept"), "old");
        touch(folder);
    }

    @Test
    void isSilentWhereNothingHappens() {
        Silence silence = check.during(() -> assertThat(folder).exists());
        assertThat(silence.breaches()).isEmpty();
        assertThat(silence.isKept()).isTrue();
        check.assertSilent(() -> {});
    }

    @Test
    void noticesAThreadOfTheLibraryThatOutlivesTheBlock() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> await(end), "aboveboard-recorder");
        assertThat(check.during(thread::start).breaches()).containsExactly("a thread was started: aboveboard-recorder");
        assertThat(check.during(() -> {}).breaches())
                .as("that was there before")
                .isEmpty();
        end.countDown();
        thread.join();
    }

    @Test
    void passesThreadsOfOthers() throws InterruptedException {
        Thread thread = new Thread(() -> {}, "the-host");
        check.assertSilent(thread::start);
        thread.join();
    }

    @Test
    void noticesFilesThatAreCreatedChangedAndRemoved() {
        assertThat(check.during(() -> write(folder.resolve("new"), "x")).breaches())
                .contains("a file was created: " + folder.resolve("new"));
        assertThat(check.during(() -> write(folder.resolve("kept"), "longer")).breaches())
                .containsExactly("a file was changed: " + folder.resolve("kept"));
        assertThat(check.during(() -> delete(folder.resolve("kept"))).breaches())
                .contains("a file was removed: " + folder.resolve("kept"));
    }

    @Test
    void noticesAFileThatWasThereOnlyMeanwhile() {
        assertThat(check.during(() -> {
                            write(folder.resolve("passing"), "x");
                            delete(folder.resolve("passing"));
                        })
                        .breaches())
                .containsExactly("a file was changed: " + folder);
    }

    @Test
    void noticesAFolderThatWasNotThere() {
        assertThat(check.during(() -> folder.resolve("not/there").toFile().mkdirs())
                        .breaches())
                .contains("a file was created: " + folder.resolve("not/there"));
    }

    @Test
    void noticesATimeThatWasSetBack() {
        assertThat(check.during(() -> touch(folder.resolve("kept"))).breaches())
                .containsExactly("a file was changed: " + folder.resolve("kept"));
    }

    @Test
    void noticesASocket() throws IOException {
        assumeTrue(OpenSockets.canBeSeen(), "there is no /proc here, so sockets cannot be watched");
        ServerSocket[] opened = new ServerSocket[1];
        Silence silence = check.during(() -> opened[0] = listening());
        opened[0].close();
        assertThat(silence.breaches())
                .hasSize(1)
                .allMatch(breach -> breach.startsWith("a socket was opened: socket:["));
    }

    @Test
    void tellsAllThatItNoticedWhereATestHasToFail() {
        assertThatThrownBy(() -> check.assertSilent(() -> write(folder.resolve("new"), "x")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("not silent: ")
                .hasMessageContaining("a file was created: " + folder.resolve("new"));
    }

    @Test
    void saysWhereItIsBlind() {
        boolean seesAll = OpenSockets.canBeSeen() && PacketCounts.areOwn();
        List<String> logged = new ArrayList<>();
        Silence silence = logging(logged, () -> check.assertSilent(() -> {}));
        assertThat(silence.blindSpots().isEmpty()).isEqualTo(seesAll);
        assertThat(logged)
                .hasSameSizeAs(silence.blindSpots())
                .allMatch(line -> line.startsWith("silent as far as seen: "));
    }

    @Test
    void passesNoTestThatDemandsMoreThanItCanSee() {
        Silence blind = new Silence(List.of(), List.of("there is no /proc/self/fd"));
        blind.assertKept();
        assertThatThrownBy(blind::assertSeen)
                .isInstanceOf(AssertionError.class)
                .hasMessage("not watched: there is no /proc/self/fd");
        Silence seen = new Silence(List.of(), List.of());
        assertThat(seen.assertSeen()).isSameAs(seen);
    }

    private static <T> T logging(List<String> lines, Supplier<T> action) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(SilenceCheck.class.getName());
        logger.addHandler(handler);
        try {
            return action.get();
        } finally {
            logger.removeHandler(handler);
        }
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
