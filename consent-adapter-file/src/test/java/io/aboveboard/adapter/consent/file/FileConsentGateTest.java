package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Proves(Promise.P2)
final class FileConsentGateTest {
    private final StateFolder folder;
    private final FileConsentGate gate;

    FileConsentGateTest(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.folder = new StateFolder(root.resolve("state"));
        this.gate = folder.store().gate();
    }

    @Test
    @Proves(Promise.P5)
    void createsNothingWhereNothingWasEverDecided() {
        assertThat(gate.shared(() -> "looked")).isEqualTo("looked");
        assertThat(folder.root()).doesNotExist();
        folder.store().update(installation -> installation.withLastBeat(LocalDate.EPOCH));
        assertThat(gate.shared(() -> "looked")).isEqualTo("looked");
        assertThat(folder.telemetry("gate.lock")).doesNotExist();
    }

    @Test
    void createsItsFileWithTheFirstDecisionForTheOwnerAlone() {
        gate.exclusively(() -> folder.store().ledger().append(SampleDecisions.no()));
        assertThat(StateFolder.modeOf(folder.telemetry("gate.lock"))).isEqualTo("rw-------");
        assertThat(folder.telemetry("gate.lock")).isEmptyFile();
    }

    @Test
    void isHeldBesideReceiptsThatCameWithoutIt() throws IOException {
        folder.store().ledger().append(SampleDecisions.yes());
        assertThat(gate.shared(() -> Files.exists(folder.telemetry("gate.lock"))))
                .isTrue();
    }

    @Test
    void refusesALinkInPlaceOfItsFileWhereThereIsSomethingToProtect() throws IOException {
        folder.store().ledger().append(SampleDecisions.yes());
        Files.createSymbolicLink(folder.telemetry("gate.lock"), folder.root().resolve("elsewhere"));
        assertThatThrownBy(() -> gate.shared(() -> "sent"))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageContaining("Nothing is stored or sent: " + folder.telemetry("gate.lock"));
        assertThat(folder.root().resolve("elsewhere")).doesNotExist();
    }

    @Test
    @Fault("A18")
    void letsADecisionBeTakenThatCannotBeStored() throws IOException {
        Files.createDirectories(folder.root());
        Files.createFile(folder.root().resolve("telemetry"));
        assertThat(gate.exclusively(() -> "in force here")).isEqualTo("in force here");
    }
}
