package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.adapter.consent.file.ScriptedDisk.Step;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentReconciliation;
import io.aboveboard.domain.consent.StoredConsent;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.fake.RecordingTelemetrySink;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.machine.Mount;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** File systems that refuse: a file mounted by itself, one that is full, one that is read-only. */
@Tag("thorough")
@Proves(Promise.P10)
final class MountedIT {
    private static final String BEFORE = "{\n  \"host\": 1\n}";
    private static final String AFTER = "{\n  \"host\": 1,\n  \"telemetry_enabled\": false\n}";

    private final Path outside;
    private final StateFolder folder;
    private final ScriptedDisk disk = new ScriptedDisk();

    MountedIT(@TempDir Path root) throws IOException {
        this.outside = Files.writeString(root.resolve("outside.json"), BEFORE);
        this.folder = new StateFolder(root.resolve("state with a space"));
        Files.createDirectory(folder.root());
    }

    @Test
    @Fault("A15")
    void writesAFileInPlaceThatIsMountedByItself() throws IOException {
        Files.createFile(folder.installation());
        try (Mount mounted = Mount.bind(outside, folder.installation())) {
            List<String> whileOverwritten = new ArrayList<>();
            disk.pass(Step.WRITE);
            disk.pass(Step.WRITE);
            disk.before(Step.WRITE, () -> {
                whileOverwritten.add(Files.readString(folder.telemetry("installation.json.backup")));
                assertThat(folder.telemetry("installation.lock"))
                        .hasContent(ProcessHandle.current().pid() + "\n");
                return 0;
            });
            deny(folder.store(disk));
            assertThat(whileOverwritten).containsExactly(BEFORE);
            assertThat(mounted).isNotNull();
        }
        assertThat(outside).hasContent(AFTER);
        assertThat(folder.contents()).containsExactly("installation.json", "telemetry", "telemetry/installation.lock");
    }

    @Test
    @Fault("A15")
    void restoresAMountedFileThatCannotBeWritten() throws IOException {
        Files.createFile(folder.installation());
        try (Mount mounted = Mount.bind(outside, folder.installation())) {
            disk.pass(Step.SYNC);
            disk.pass(Step.SYNC);
            disk.fail(Step.SYNC, new IOException("No space left on device"));
            assertThatThrownBy(() -> deny(folder.store(disk))).hasMessageContaining("the disk is full");
            assertThat(folder.text()).isEqualTo(BEFORE);
            assertThat(folder.telemetry("installation.json.backup")).doesNotExist();
            assertThat(mounted).isNotNull();
        }
    }

    @Test
    @Fault("A15")
    void saysWhereTheFormerContentIsWhenAWriteInPlaceWasCutShort() throws IOException {
        Files.createFile(folder.installation());
        try (Mount mounted = Mount.bind(outside, folder.installation())) {
            disk.pass(Step.SYNC);
            disk.pass(Step.SYNC);
            disk.before(Step.SYNC, () -> {
                disk.breakDown(Step.WRITE, new IOException("Input/output error"));
                throw new IOException("Input/output error");
            });
            assertThatThrownBy(() -> deny(folder.store(disk))).isInstanceOf(InstallationStoreException.class);
            Files.writeString(outside, AFTER.substring(0, 20));
            assertThat(StateFolder.unreadable(folder.store(Disk.real()).read()).why())
                    .contains("is not valid JSON")
                    .contains("is in " + folder.telemetry("installation.json.backup"));
            assertThat(folder.telemetry("installation.json.backup")).hasContent(BEFORE);
            assertThat(mounted).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 20, 36, 43})
    @Fault({"A13", "A15"})
    void undoesAWriteInPlaceThatAKillCutShort(int written) throws IOException {
        Files.createFile(folder.installation());
        try (Mount mounted = Mount.bind(outside, folder.installation())) {
            kill(written);
            InstallationReading read = folder.store(Disk.real()).read();
            assertThat(folder.store(Disk.real()).salvage()).isTrue();
            assertThat(folder.text()).isIn(BEFORE, AFTER);
            assertThat(read).isInstanceOfAny(InstallationReading.Found.class, InstallationReading.Unreadable.class);
            deny(folder.store());
            assertThat(folder.text()).isEqualTo(AFTER);
            assertThat(folder.contents())
                    .containsExactly("installation.json", "telemetry", "telemetry/installation.lock");
            assertThat(mounted).isNotNull();
        }
    }

    /** Leaves what a process does that is killed after so many bytes of its write in place. */
    private void kill(int written) throws IOException {
        deny(folder.store());
        Files.writeString(outside, cut(written));
        Files.writeString(folder.telemetry("installation.json.backup"), BEFORE);
        Files.writeString(folder.root().resolve(".installation.json.4711.tmp"), AFTER);
    }

    private static String cut(int written) {
        return AFTER.substring(0, written) + BEFORE.substring(Math.min(written, BEFORE.length()));
    }

    @Test
    @Fault("A15")
    void leavesAFileAloneThatSomebodyWroteAfterAWriteWasCutShort() throws IOException {
        Files.createFile(folder.installation());
        try (Mount mounted = Mount.bind(outside, folder.installation())) {
            kill(20);
            String theirs = cut(20) + " ";
            Files.writeString(outside, theirs);
            assertThat(folder.store(Disk.real()).salvage()).isFalse();
            assertThat(outside).hasContent(theirs);
            assertThat(folder.telemetry("installation.json.backup")).hasContent(BEFORE);
            assertThat(mounted).isNotNull();
        }
    }

    @Test
    @Fault("E7")
    void recordsANoOnAFullDiskThatDeniesAfterARestart() throws IOException {
        try (Mount mounted = Mount.memory(folder.root(), 64)) {
            folder.holding("{\"setup_complete\": true}");
            FileInstallationStore store = folder.store();
            store.update(installation -> installation.withPreference(StoredPreference.YES));
            store.ledger().append(SampleDecisions.yes());
            fill();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 50; i++) {
                            store.ledger().append(SampleDecisions.yes());
                        }
                    })
                    .isInstanceOf(ConsentLedgerException.class);
            assertThatThrownBy(() -> deny(store)).hasMessageContaining("the disk is full");
            ConsentReceipt denial = store.ledger().append(SampleDecisions.no());
            assertThat(folder.store().ledger().last()).hasValue(denial);
            assertThat(ConsentReconciliation.reconcile(denial, folder.store().read()))
                    .isEqualTo(new StoredConsent.Decided(denial));
            assertThat(mounted).isNotNull();
        }
    }

    @Test
    void leavesBothFilesAsTheyWereOnAFullDiskAndSavesOnceThereIsRoom() throws IOException {
        try (Mount mounted = Mount.memory(folder.root(), 64)) {
            folder.holding(BEFORE);
            FileInstallationStore store = folder.store();
            store.ledger().append(SampleDecisions.yes());
            Path ballast = fill();
            assertThatThrownBy(() -> deny(store))
                    .isInstanceOf(InstallationStoreException.class)
                    .hasMessageContaining("the disk is full");
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 50; i++) {
                            store.ledger().append(SampleDecisions.no());
                        }
                    })
                    .isInstanceOf(ConsentLedgerException.class)
                    .hasMessageContaining("the disk is full");
            assertThat(folder.text()).isEqualTo(BEFORE);
            assertThat(folder.contents()).noneMatch(path -> path.endsWith(".tmp"));
            int recorded = store.ledger().history().size();
            Files.delete(ballast);
            deny(store);
            assertThat(folder.text()).isEqualTo(AFTER);
            assertThat(store.ledger().append(SampleDecisions.no()).sequence()).isEqualTo(recorded + 1L);
            assertThat(mounted).isNotNull();
        }
    }

    private Path fill() throws IOException {
        Path ballast = folder.root().resolve("ballast");
        try (OutputStream file = Files.newOutputStream(ballast)) {
            for (int i = 0; i < 1000; i++) {
                file.write(new byte[1024]);
            }
        } catch (IOException full) {
            return ballast;
        }
        throw new IllegalStateException("the disk was never full");
    }

    @Test
    void saysThatTheFileSystemIsReadOnly() {
        try (Mount mounted = Mount.memory(folder.root(), 64)) {
            folder.holding(BEFORE);
            mounted.makeReadOnly();
            assertThatThrownBy(() -> deny(folder.store()))
                    .isInstanceOf(InstallationStoreException.class)
                    .hasMessageContaining(folder.root().resolve("telemetry") + ": the file system is read-only");
            assertThatThrownBy(() -> folder.store().ledger().append(SampleDecisions.no()))
                    .isInstanceOf(ConsentLedgerException.class)
                    .hasMessageContaining("the file system is read-only");
            assertThat(folder.found().preference()).isEqualTo(StoredPreference.UNSET);
        }
    }

    @Test
    @Fault("A18")
    void sendsNothingWhereNoIdCanBeKept() {
        RecordingTelemetrySink sink = new RecordingTelemetrySink();
        try (Mount mounted = Mount.memory(folder.root(), 64)) {
            mounted.makeReadOnly();
            try (Aboveboard aboveboard = Aboveboard.of("timetracker", "5.10.0")
                    .installation(folder.store())
                    .sink(sink)
                    .environmentSwitches(EnvironmentSwitches.of(Map.of("ENABLE_TELEMETRY", "true")))
                    .build()) {
                aboveboard.base().sendFirstSeen();
                aboveboard.base().sendHeartbeat();
                aboveboard.telemetry().track("timer.started", UserId.of(42), Map.of());
                aboveboard.flush(Duration.ofSeconds(10));
                assertThat(aboveboard.transparency().status()).satisfies(status -> {
                    assertThat(status.installId()).isNull();
                    assertThat(status.warnings())
                            .anyMatch(warning -> warning.contains(
                                    folder.root().resolve("telemetry") + ": the file system is read-only"));
                });
            }
            assertThat(folder.contents()).isEmpty();
        }
        assertThat(sink.records()).isEmpty();
    }

    private static void deny(FileInstallationStore store) {
        store.update(installation -> installation.withPreference(StoredPreference.NO));
    }
}
