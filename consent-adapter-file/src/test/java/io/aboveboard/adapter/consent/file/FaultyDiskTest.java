package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.adapter.consent.file.ScriptedDisk.Step;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that refuses one step of a save. */
@Proves(Promise.P10)
final class FaultyDiskTest {
    private static final String BEFORE = "{\n  \"host\": 1,\n  \"telemetry_enabled\": true\n}";
    private static final String AFTER = "{\n  \"host\": 1,\n  \"telemetry_enabled\": false\n}";

    private final StateFolder folder;
    private final ScriptedDisk disk = new ScriptedDisk();

    FaultyDiskTest(@TempDir Path root) {
        this.folder = new StateFolder(root.resolve("state"));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void leavesTheFormerFileWhereAStepFailsAndSavesOnceItWorks(Step step) {
        folder.holding(BEFORE);
        disk.fail(step, new IOException("No space left on device"));
        FileInstallationStore store = folder.store(disk);
        assertThatThrownBy(() -> deny(store))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageContaining("not saved")
                .hasMessageContaining("the disk is full");
        assertThat(folder.text()).isEqualTo(BEFORE);
        assertThat(folder.contents()).noneMatch(path -> path.endsWith(".tmp"));
        deny(store);
        assertThat(folder.text()).isEqualTo(AFTER);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void createsNoFileWhereAStepFails(Step step) {
        disk.fail(step, new IOException("Input/output error"));
        FileInstallationStore store = folder.store(disk);
        assertThatThrownBy(() -> store.update(FaultyDiskTest::deniedAfterABeat))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageContaining("Input/output error");
        assertThat(folder.contents()).containsExactly("telemetry", "telemetry/installation.lock");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void changesNeitherFileWhereTheSecondCannotBeWritten(Step step) {
        folder.holding(BEFORE);
        disk.pass(step);
        disk.fail(step, new IOException("Input/output error"));
        FileInstallationStore store = folder.store(disk);
        assertThatThrownBy(() -> store.update(FaultyDiskTest::deniedAfterABeat))
                .isInstanceOf(InstallationStoreException.class);
        assertThat(folder.text()).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"WRITE", "SYNC", "SYNC_FOLDER"})
    void leavesTheReceiptsAsTheyWereWhereAStepFails(Step step) {
        disk.fail(step, new IOException("Input/output error"));
        FileConsentLedger ledger = folder.store(disk).ledger();
        assertThatThrownBy(() -> ledger.append(SampleDecisions.yes()))
                .isInstanceOf(ConsentLedgerException.class)
                .hasMessageContaining("not recorded")
                .hasMessageContaining("Input/output error");
        assertThat(ledger.history()).isEmpty();
        assertThat(ledger.append(SampleDecisions.no()).sequence()).isEqualTo(1);
    }

    @Test
    void cutsOffAReceiptThatWasWrittenButNotSynced() {
        FileConsentLedger ledger = folder.store(disk).ledger();
        ledger.append(SampleDecisions.no());
        disk.fail(Step.SYNC, new IOException("Input/output error"));
        assertThatThrownBy(() -> ledger.append(SampleDecisions.yes())).isInstanceOf(ConsentLedgerException.class);
        assertThat(ledger.last()).hasValue(SampleDecisions.no().after(null));
    }

    @Test
    @Fault("A19")
    void bearsASharingViolationThatPasses() {
        folder.holding(BEFORE);
        refuseRenames(3);
        List<Duration> pauses = new ArrayList<>();
        deny(new FileInstallationStore(folder.root(), disk, pauses::add));
        assertThat(folder.text()).isEqualTo(AFTER);
        assertThat(disk.renames()).isEqualTo(4);
        assertThat(pauses).containsExactly(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(4));
    }

    @Test
    @Fault("A19")
    void givesUpOnASharingViolationThatLasts() {
        folder.holding(BEFORE);
        refuseRenames(50);
        List<Duration> pauses = new ArrayList<>();
        FileInstallationStore store = new FileInstallationStore(folder.root(), disk, pauses::add);
        assertThatThrownBy(() -> deny(store))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageContaining("permission denied");
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(2));
        assertThat(folder.text()).isEqualTo(BEFORE);
        assertThat(folder.contents()).noneMatch(path -> path.endsWith(".tmp"));
    }

    private void refuseRenames(int times) {
        for (int i = 0; i < times; i++) {
            disk.fail(
                    Step.RENAME, new AccessDeniedException(folder.installation().toString()));
        }
    }

    private static Installation deniedAfterABeat(Installation installation) {
        return installation.withPreference(StoredPreference.NO).withLastBeat(LocalDate.of(2027, 3, 1));
    }

    private static void deny(FileInstallationStore store) {
        store.update(installation -> installation.withPreference(StoredPreference.NO));
    }
}
