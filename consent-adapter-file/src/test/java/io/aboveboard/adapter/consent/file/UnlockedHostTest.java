package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.adapter.consent.file.ScriptedDisk.Step;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that rewrites the file in place and without a lock, at each instant of a save at which it could do harm. */
@Proves(Promise.P10)
final class UnlockedHostTest {
    private static final String START = "{\n  \"host\": 0\n}";
    private static final String CHANGED = "{\n  \"host\": 1,\n  \"new\": [1e400]\n}";

    private final StateFolder folder;
    private final ScriptedDisk disk = new ScriptedDisk();

    UnlockedHostTest(@TempDir Path root) {
        this.folder = new StateFolder(root.resolve("state")).holding(START);
    }

    @Test
    @Fault("A10")
    void keepsWhatTheHostWritesWhileTheReplacementIsPrepared() {
        disk.before(Step.SYNC, () -> folder.holding(CHANGED));
        denyWith(folder.store(disk));
        assertThat(folder.text()).isEqualTo(denied(CHANGED));
    }

    @Test
    @Fault("A10")
    void keepsWhatTheHostWritesRightBeforeTheReplacement() {
        disk.before(Step.RENAME, () -> folder.holding(CHANGED));
        denyWith(folder.store(disk));
        assertThat(folder.text()).isEqualTo(denied(CHANGED));
    }

    @Test
    @Fault("A10")
    void waitsForAHostThatIsWritingIntoTheReplacedFile() {
        List<HalfWritten> begun = new ArrayList<>();
        disk.before(Step.RENAME, () -> begun.add(new HalfWritten(folder.installation(), CHANGED)));
        AtomicInteger pauses = new AtomicInteger();
        denyWith(new FileInstallationStore(folder.root(), disk, pause -> {
            if (pauses.incrementAndGet() == 2) {
                begun.get(0).close();
            }
        }));
        assertThat(folder.text()).isEqualTo(denied(CHANGED));
    }

    @Test
    void outlivesAHostThatDiesWhileItWritesIntoTheReplacedFile() {
        disk.before(Step.RENAME, () -> new HalfWritten(folder.installation(), CHANGED));
        denyWith(folder.store(disk));
        assertThat(folder.text()).isEqualTo(denied(START));
    }

    @Test
    @Fault("A10")
    void repeatsWhatAHostOverwroteThatHadReadBefore() {
        disk.before(Step.SYNC_FOLDER, () -> folder.holding(CHANGED));
        denyWith(folder.store(disk));
        assertThat(folder.text()).isEqualTo(denied(CHANGED));
    }

    @Test
    @Fault("A10")
    void bringsTogetherWhatTheHostWroteBeforeAndAfterTheReplacement() {
        disk.before(Step.RENAME, () -> folder.holding("{\n  \"host\": 0,\n  \"one\": 1\n}"));
        disk.before(Step.SYNC_FOLDER, () -> folder.holding("{\n  \"host\": 0,\n  \"two\": 2\n}"));
        disk.pass(Step.SYNC);
        disk.before(Step.SYNC, () -> folder.holding("{\n  \"host\": 0,\n  \"two\": 2,\n  \"three\": 3\n}"));
        denyWith(folder.store(disk));
        assertThat(folder.text()).contains("\"host\": 0", "\"one\": 1", "\"two\": 2", "\"three\": 3");
        assertThat(folder.found().preference()).isEqualTo(StoredPreference.NO);
    }

    @Test
    void leavesADenialInForceThatTheHostWritesWhileSomethingElseIsSaved() {
        folder.holding("{\n  \"telemetry_enabled\": true\n}");
        disk.before(Step.RENAME, () -> folder.holding("{\n  \"telemetry_enabled\": false\n}"));
        Installation stored = folder.store(disk).update(UnlockedHostTest::sent);
        assertThat(stored.preference()).isEqualTo(StoredPreference.NO);
        assertThat(folder.found()).isEqualTo(stored);
        assertThat(stored.reached(Milestone.FIRST_SEEN_SENT)).isPresent();
    }

    @Test
    void leavesADenialInForceThatTheHostWritesAfterAYes() {
        disk.before(Step.SYNC_FOLDER, () -> folder.holding("{\n  \"host\": 0,\n  \"telemetry_enabled\": false\n}"));
        Installation stored =
                folder.store(disk).update(installation -> installation.withPreference(StoredPreference.YES));
        assertThat(stored.preference()).isEqualTo(StoredPreference.NO);
        assertThat(folder.found()).isEqualTo(stored);
    }

    @Test
    void adoptsTheIdThatTheHostMintsAtTheSameTime() {
        disk.before(Step.RENAME, () -> folder.holding("{\n  \"install_id\": \"" + SampleInstallation.ID + "\"\n}"));
        Installation stored = folder.store(disk)
                .update(installation ->
                        installation.id().isPresent() ? installation : installation.withId(InstallId.random()));
        assertThat(stored.id()).hasValue(SampleInstallation.ID);
        assertThat(folder.found().id()).hasValue(SampleInstallation.ID);
    }

    @Test
    void joinsAHostThatCreatesTheFileAtTheSameTime() throws IOException {
        Files.delete(folder.installation());
        disk.before(Step.SYNC, () -> folder.holding(CHANGED));
        denyWith(folder.store(disk));
        assertThat(folder.text()).isEqualTo(denied(CHANGED));
    }

    @Test
    void savesBesideAHostThatRemovesTheFileAtTheSameTime() {
        disk.before(Step.SYNC, () -> {
            Files.delete(folder.installation());
            return 0;
        });
        denyWith(folder.store(disk));
        assertThat(folder.text()).isEqualTo("{\n  \"telemetry_enabled\": false\n}");
    }

    @Test
    void givesUpBesideAHostThatNeverStopsWriting() {
        AtomicInteger writes = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            disk.before(Step.SYNC, () -> folder.holding("{\n  \"host\": " + writes.incrementAndGet() + "\n}"));
        }
        assertThatThrownBy(() -> denyWith(folder.store(disk)))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageContaining("again and again");
        assertThat(folder.text()).isEqualTo("{\n  \"host\": " + writes.get() + "\n}");
    }

    private static void denyWith(FileInstallationStore store) {
        store.update(installation -> installation.withPreference(StoredPreference.NO));
    }

    private static String denied(String text) {
        return text.replace("\n}", ",\n  \"telemetry_enabled\": false\n}");
    }

    private static Installation sent(Installation installation) {
        return installation.withReached(Milestone.FIRST_SEEN_SENT, SampleInstallation.NOW);
    }

    /** A rewriting in place that has truncated the file and written half. */
    private static final class HalfWritten implements Closeable {
        private final OutputStream file;
        private final byte[] rest;

        HalfWritten(Path path, String text) throws IOException {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            int half = content.length / 2;
            file = Files.newOutputStream(path);
            file.write(content, 0, half);
            rest = Arrays.copyOfRange(content, half, content.length);
        }

        @Override
        public void close() {
            try (file) {
                file.write(rest);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
