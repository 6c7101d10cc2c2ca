package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentReconciliation;
import io.aboveboard.domain.consent.StoredConsent;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Proves(Promise.P10)
final class FileInstallationStoreReadingTest {
    private static final String WHOLE = "{\n  \"install_id\": \"" + SampleInstallation.ID
            + "\",\n  \"setup_complete\": true,\n  \"telemetry_enabled\": true,\n  \"initial_data_seeded\": true\n}";

    private final StateFolder folder;

    FileInstallationStoreReadingTest(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.folder = new StateFolder(root.resolve("state"));
    }

    @Test
    void createsNothingByReading() {
        assertThat(folder.store().read()).isEqualTo(new InstallationReading.Missing());
        assertThat(folder.store().ledger().history()).isEmpty();
        folder.store().update(installation -> installation);
        assertThat(folder.contents()).isEmpty();
        assertThat(folder.root()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 100})
    @Fault("A2")
    void readsAFileAgainThatIsHalfWritten(int written) {
        folder.holding(WHOLE.substring(0, written));
        List<Duration> pauses = new ArrayList<>();
        FileInstallationStore store = new FileInstallationStore(folder.root(), Disk.real(), pause -> {
            pauses.add(pause);
            if (pauses.size() == 3) {
                folder.holding(WHOLE);
            }
        });
        assertThat(StateFolder.found(store.read()).id()).hasValue(SampleInstallation.ID);
        assertThat(pauses).hasSize(3);
    }

    @Test
    @Fault("A2")
    void changesAFileThatIsHalfWrittenOnlyOnceItIsComplete() {
        folder.holding(WHOLE.substring(0, 40));
        FileInstallationStore store =
                new FileInstallationStore(folder.root(), Disk.real(), pause -> folder.holding(WHOLE));
        store.update(installation -> installation.withPreference(StoredPreference.NO));
        assertThat(folder.text())
                .isEqualTo(WHOLE.replace("\"telemetry_enabled\": true", "\"telemetry_enabled\": false"));
    }

    @Test
    void waitsTwoSecondsForAHalfWrittenFileAndNotTwiceForTheSame() {
        folder.holding(WHOLE.substring(0, 40));
        List<Duration> pauses = new ArrayList<>();
        FileInstallationStore store = new FileInstallationStore(folder.root(), Disk.real(), pauses::add);
        StateFolder.unreadable(store.read());
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(2));
        pauses.clear();
        StateFolder.unreadable(store.read());
        assertThat(pauses).isEmpty();
    }

    @Test
    @Fault("A3")
    void refusesAFileTruncatedAnywhereAndWritesNothing() {
        byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            assertIsLeftAlone(Arrays.copyOf(whole, length));
        }
        folder.holding(whole);
        assertThat(folder.found().id()).hasValue(SampleInstallation.ID);
    }

    @Test
    void neitherThrowsNorCoercesWhateverIsScrambled() {
        Random random = new Random(20270301);
        for (int round = 0; round < 200; round++) {
            byte[] content = scrambled(random);
            folder.holding(content);
            InstallationReading reading = folder.store(Disk.real()).read();
            assertThat(reading).as("round %d", round).isNotInstanceOf(InstallationReading.Missing.class);
            if (reading instanceof InstallationReading.Unreadable) {
                assertIsLeftAlone(content);
            }
        }
    }

    private static byte[] scrambled(Random random) {
        byte[] content = WHOLE.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(4); change >= 0; change--) {
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
        }
        return content;
    }

    private void assertIsLeftAlone(byte[] content) {
        folder.holding(content);
        FileInstallationStore store = folder.store(Disk.real());
        InstallationReading.Unreadable reading = StateFolder.unreadable(store.read());
        assertThat(reading.where()).startsWith(folder.installation().toString());
        assertThat(reading.why()).isNotBlank();
        assertThatThrownBy(() -> store.update(installation -> SampleInstallation.stored()))
                .isInstanceOf(InstallationStoreException.class);
        assertThat(folder.bytes()).isEqualTo(content);
        assertThat(copies()).contains(content).hasSizeLessThanOrEqualTo(5);
        assertThat(folder.contents())
                .filteredOn(path -> !path.startsWith("telemetry"))
                .containsExactly("installation.json");
    }

    private List<byte[]> copies() {
        return folder.contents().stream()
                .filter(path -> path.startsWith("telemetry/installation.json.corrupt-"))
                .map(path -> StateFolder.bytesOf(folder.root().resolve(path)))
                .toList();
    }

    @Test
    @Fault("A3")
    void keepsCopiesOfWhatCannotBeReadForTheOwnerAloneButNeverMoreThanFive() throws IOException {
        for (int version = 0; version < 7; version++) {
            folder.holding("{\"broken\": " + version);
            FileTime written = FileTime.from(Instant.parse("2027-03-01T09:30:0" + version + "Z"));
            Files.setLastModifiedTime(folder.installation(), written);
            assertThat(folder.store(Disk.real()).salvage()).isFalse();
            assertThat(folder.store(Disk.real()).salvage()).isFalse();
        }
        assertThat(folder.contents())
                .filteredOn(path -> path.contains(".corrupt-"))
                .hasSize(5)
                .startsWith("telemetry/installation.json.corrupt-20270301T093002.000Z");
        Path newest = folder.telemetry("installation.json.corrupt-20270301T093006.000Z");
        assertThat(newest).hasContent("{\"broken\": 6");
        assertThat(StateFolder.modeOf(newest)).isEqualTo("rw-------");
    }

    @Test
    void hasNothingToSalvageWhereAllIsWell() {
        assertThat(folder.store().salvage()).isTrue();
        assertThat(folder.root()).doesNotExist();
        folder.holding(WHOLE);
        assertThat(folder.store().salvage()).isTrue();
        assertThat(folder.contents()).containsExactly("installation.json");
    }

    @Test
    void tellsWhichIdAnotherProgramReplaced() {
        FileInstallationStore store = folder.store();
        store.update(installation -> SampleInstallation.stored());
        InstallId other = InstallId.random();
        folder.holding(folder.text().replace(SampleInstallation.ID.toString(), other.toString()));
        assertThat(folder.found().id()).hasValue(other);
        assertThat(folder.found().formerId()).hasValue(SampleInstallation.ID);
        store.update(installation -> installation.withLastBeat(LocalDate.of(2027, 3, 1)));
        assertThat(folder.found().formerId()).hasValue(SampleInstallation.ID);
        assertThat(folder.found().reached(Milestone.FIRST_SEEN)).isPresent();
    }

    @Test
    @Fault("B3")
    void beginsAnewAfterAResetAndKeepsTheReceiptsAside() {
        FileInstallationStore store = folder.holding("{\n  \"host\": 1\n}").store();
        store.update(installation -> SampleInstallation.stored()
                .withPreference(StoredPreference.YES)
                .withLastBeat(LocalDate.of(2027, 3, 1)));
        ConsentReceipt receipt = store.ledger().append(SampleDecisions.yes());
        store.resetIdentity();
        store.resetIdentity();
        assertThat(folder.text()).isEqualTo("{\n  \"host\": 1\n}");
        assertThat(folder.found()).isEqualTo(Installation.blank());
        assertThat(store.ledger().history()).isEmpty();
        assertThat(folder.telemetry("consent.retired-" + receipt.hash().substring(0, 16) + ".jsonl"))
                .content()
                .contains(receipt.hash());
        assertThat(store.ledger().append(SampleDecisions.no()).sequence()).isEqualTo(1);
    }

    @Test
    @Fault("B3")
    void countsAsNoWhereAResetWasCutShort() {
        FileInstallationStore store = folder.store();
        store.ledger().append(SampleDecisions.yes());
        store.update(installation -> SampleInstallation.stored().withPreference(StoredPreference.YES));
        store.update(Installation::withoutIdentity);
        assertThat(ConsentReconciliation.reconcile(store.ledger().last().orElseThrow(), store.read()))
                .isInstanceOf(StoredConsent.Conflicting.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "5", "{} x", "{}{}", "\uFEFF{}"})
    @Fault("A4")
    void refusesWhatIsNotExactlyOneObject(String content) {
        assertIsLeftAlone(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Fault("A4")
    void refusesUtf16WithAndWithoutAMark() {
        assertIsLeftAlone(WHOLE.getBytes(StandardCharsets.UTF_16));
        assertIsLeftAlone(WHOLE.getBytes(StandardCharsets.UTF_16LE));
        assertIsLeftAlone(WHOLE.getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    @Fault("A4")
    void keepsACopyOfEachContentAlsoOfOneMoment() throws IOException {
        for (String broken : List.of("one", "two", "one", "three")) {
            folder.holding(broken);
            Files.setLastModifiedTime(folder.installation(), FileTime.from(SampleInstallation.NOW));
            assertThatThrownBy(() -> folder.store(Disk.real()).update(installation -> SampleInstallation.stored()))
                    .isInstanceOf(InstallationStoreException.class);
        }

        assertThat(copies())
                .extracting(copy -> new String(copy, StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    @Fault("A9")
    void refusesDeepNestingWithinASecond() {
        folder.holding("{\"x\":" + "[".repeat(100_000));
        assertRefusedWithinASecond("nested too deeply");
    }

    @Test
    @Fault("A9")
    void refusesAHugeFileWithinASecond() throws IOException {
        folder.holding("{\"x\":\"");
        try (RandomAccessFile file = new RandomAccessFile(folder.installation().toFile(), "rw")) {
            file.setLength(50L * 1024 * 1024);
        }
        assertRefusedWithinASecond("more than 4194304 bytes");
    }

    private void assertRefusedWithinASecond(String why) {
        FileInstallationStore store = folder.store();
        InstallationReading reading = assertTimeoutPreemptively(Duration.ofSeconds(1), store::read);
        assertThat(StateFolder.unreadable(reading).why()).contains(why);
    }

    @Test
    void namesTheLineAndWhatToDo() {
        folder.holding("{\n  \"install_id\": \"x\",\n  \"token\" \"hunter2\"\n}");
        InstallationReading.Unreadable reading =
                StateFolder.unreadable(folder.store(Disk.real()).read());
        assertThat(reading.where()).startsWith(folder.installation() + ", line 3");
        assertThat(reading.why()).isEqualTo("is not valid JSON; correct it or restore a backup");
    }

    @Test
    void refusesAFolderInPlaceOfTheFile() throws IOException {
        Files.createDirectories(folder.installation());
        assertThat(StateFolder.unreadable(folder.store().read()).why()).contains("no regular file");
    }

    @Test
    void refusesBrokenMilestonesRatherThanSendTwice() throws IOException {
        folder.store().update(installation -> SampleInstallation.stored());
        Files.writeString(folder.telemetry("milestones.json"), "{\"last_beat_on\": 5}");
        assertThat(StateFolder.unreadable(folder.store().read())).satisfies(reading -> {
            assertThat(reading.where()).endsWith("milestones.json");
            assertThat(reading.why()).startsWith("last_beat_on is not what was written there");
        });
    }

    @Test
    void forgetsTheMilestonesOfAnInstallationThatWasRemoved() throws IOException {
        folder.store().update(installation -> SampleInstallation.stored().withLastBeat(LocalDate.of(2027, 3, 1)));
        Files.delete(folder.installation());
        assertThat(folder.store().read()).isEqualTo(new InstallationReading.Missing());
        folder.store().update(installation -> installation.withPreference(StoredPreference.NO));
        assertThat(folder.found().lastBeat()).isEmpty();
    }
}
