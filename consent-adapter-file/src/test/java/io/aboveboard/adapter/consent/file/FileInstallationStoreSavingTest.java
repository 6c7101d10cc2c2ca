package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.Salt;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Proves(Promise.P10)
final class FileInstallationStoreSavingTest {
    /** What no parser may round, reorder, unescape or drop; the own key in the middle. */
    private static final String AWKWARD = """
            {
              "nested": {"z": [1, {"a": null}], "a": {}},
              "huge": 1e400,  "fine": 0.1000000000000000000001,
              "exponent": 1E2, "minus": -0, "digits": 123456789012345678901234567890,
              "nul": "\\u0000", "lone": "\\ud800", "text": "%s",
              "telemetry_enabled" :  %s ,
              "\uD834\uDD1E": "\u00e9\\u00e9",
              "nan": NaN, "infinity": [Infinity, -Infinity],
              "twice": 1, "twice": {"b": 2},
            \t"tab":\ttrue
            }
            """;

    private static final String LONG = "x".repeat(1024 * 1024);

    private final StateFolder folder;

    FileInstallationStoreSavingTest(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.folder = new StateFolder(root.resolve("state"));
    }

    @Test
    @Fault({"A6", "A7", "A8"})
    void keepsEveryByteOfTheHostOverAHundredSaves() {
        folder.holding(AWKWARD.formatted(LONG, "true"));
        for (int save = 0; save < 100; save++) {
            boolean yes = save % 2 == 1;
            FileInstallationStore store = folder.store();
            store.update(installation -> installation.withPreference(yes ? StoredPreference.YES : StoredPreference.NO));
            assertThat(folder.text()).isEqualTo(AWKWARD.formatted(LONG, yes ? "true" : "false"));
        }
    }

    @Test
    @Fault("A8")
    void takesTheRestrictiveOfTwoAnswersAndWritesBoth() {
        folder.holding("{\"telemetry_enabled\": false, \"telemetry_enabled\": true}");
        assertThat(folder.found().preference()).isEqualTo(StoredPreference.NO);
        folder.store().update(installation -> installation.withPreference(StoredPreference.YES));
        assertThat(folder.text()).isEqualTo("{\"telemetry_enabled\": true, \"telemetry_enabled\": true}");
    }

    @Test
    void writesAsTheOriginalDoes() {
        folder.store()
                .update(installation -> SampleInstallation.stored()
                        .withPreference(StoredPreference.YES)
                        .withReached(Milestone.FIRST_SEEN_SENT, Instant.parse("2027-02-01T08:00:01.5Z")));
        assertThat(folder.text()).isEqualTo("""
                {
                  "install_id": "3f1c9a52-7b1e-4c55-9b0e-6a1d2c3b4a5f",
                  "telemetry_salt": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
                  "telemetry_enabled": true,
                  "base_first_seen_at": "2027-02-01T08:00:00+00:00",
                  "base_first_seen_sent_at": "2027-02-01T08:00:01.500000+00:00"
                }""");
    }

    @Test
    void keepsItsOwnBookkeepingOutOfTheSharedFile() {
        folder.store()
                .update(installation -> installation
                        .withLastBeat(LocalDate.of(2027, 3, 1))
                        .withReached(Milestone.INSTALL_PING_SENT, SampleInstallation.NOW));
        assertThat(folder.text()).isEqualTo("{}");
        assertThat(new String(StateFolder.bytesOf(folder.telemetry("milestones.json")), StandardCharsets.UTF_8))
                .isEqualTo("""
                {
                  "install_ping_sent_at": "2027-03-01T09:30:00+00:00",
                  "last_beat_on": "2027-03-01"
                }""");
    }

    @Test
    void isForTheOwnerAlone() {
        FileInstallationStore store = folder.store();
        store.update(installation -> SampleInstallation.stored().withLastBeat(LocalDate.of(2027, 3, 1)));
        store.ledger().append(SampleDecisions.no());
        assertThat(List.of(folder.root(), folder.root().resolve("telemetry")))
                .allSatisfy(path -> assertThat(StateFolder.modeOf(path)).isEqualTo("rwx------"));
        assertThat(List.of(
                        folder.installation(),
                        folder.telemetry("milestones.json"),
                        folder.telemetry("consent.jsonl"),
                        folder.telemetry("installation.lock")))
                .allSatisfy(path -> assertThat(StateFolder.modeOf(path)).isEqualTo("rw-------"));
        assertThat(folder.contents()).hasSize(6);
    }

    @Test
    void doesNotTouchTheFileWhereNothingChanges() throws IOException {
        folder.store().update(installation -> SampleInstallation.stored());
        FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(folder.installation(), before);
        folder.store().update(installation -> SampleInstallation.stored());
        folder.store()
                .update(installation ->
                        installation.withReached(Milestone.FIRST_SEEN, SampleInstallation.FIRST_SEEN.plusNanos(999)));
        assertThat(Files.getLastModifiedTime(folder.installation())).isEqualTo(before);
    }

    @Test
    void writesOnlyTheMilestonesWhereOnlyTheyChange() throws IOException {
        folder.store().update(installation -> SampleInstallation.stored());
        FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(folder.installation(), before);
        folder.store().update(installation -> installation.withLastBeat(LocalDate.of(2027, 3, 1)));
        assertThat(Files.getLastModifiedTime(folder.installation())).isEqualTo(before);
        assertThat(folder.found().lastBeat()).hasValue(LocalDate.of(2027, 3, 1));
    }

    @Test
    @Fault("A12")
    void doesNotBringBackWhatTheHostRemoved() {
        folder.holding("{\n  \"theirs\": 1,\n  \"telemetry_enabled\": true\n}");
        FileInstallationStore store = folder.store();
        store.update(installation -> installation.withPreference(StoredPreference.NO));
        folder.holding("{\n  \"telemetry_enabled\": false\n}");
        store.update(installation -> installation.withId(SampleInstallation.ID));
        assertThat(folder.text())
                .isEqualTo(
                        "{\n  \"telemetry_enabled\": false,\n  \"install_id\": \"" + SampleInstallation.ID + "\"\n}");
    }

    @Test
    @Fault("A20")
    void keepsTheVersionOfANewerSchema() {
        folder.holding("{\"schema_version\": 99, \"telemetry_enabled\": true, \"setup_complete\": true, \"new\": {}}");
        assertThat(folder.found().preference()).isEqualTo(StoredPreference.YES);
        assertThat(folder.found().isSetupComplete()).isTrue();
        folder.store().update(installation -> installation.withPreference(StoredPreference.NO));
        assertThat(folder.text())
                .isEqualTo(
                        "{\"schema_version\": 99, \"telemetry_enabled\": false, \"setup_complete\": true, \"new\": {}}");
    }

    @Test
    void keepsTheModeOfTheFile() throws IOException {
        folder.holding("{}");
        Files.setPosixFilePermissions(folder.installation(), PosixFilePermissions.fromString("rw-r-----"));
        folder.store().update(installation -> SampleInstallation.stored());
        assertThat(StateFolder.modeOf(folder.installation())).isEqualTo("rw-r-----");
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        folder.holding("{}");
        Path ours = folder.root().resolve(".installation.json.4711.tmp");
        Path theirs = folder.root().resolve("installation.json.tmp");
        Files.writeString(ours, "{\"half");
        Files.writeString(theirs, "the host's");
        folder.store().update(installation -> SampleInstallation.stored());
        assertThat(ours).doesNotExist();
        assertThat(theirs).hasContent("the host's");
    }

    @Test
    @Fault("A13")
    void removesItThoughThereIsNothingToStore() throws IOException {
        folder.store().update(installation -> SampleInstallation.stored().withLastBeat(LocalDate.of(2027, 3, 1)));
        List<String> tidy = folder.contents();
        String before = folder.text();
        Files.writeString(folder.root().resolve(".installation.json.4711.tmp"), "{\"half");
        Files.writeString(folder.telemetry(".milestones.json.4711.tmp"), "{\"half");
        folder.store().update(installation -> installation);
        assertThat(folder.contents()).isEqualTo(tidy);
        assertThat(folder.text()).isEqualTo(before);
    }

    @Test
    @Fault("A13")
    void triesAgainToRemoveWhatCouldNotBeRemovedAndSavesMeanwhile() throws IOException {
        folder.holding("{}");
        Path inTheWay = folder.root().resolve(".installation.json.4711.tmp");
        Files.createDirectories(inTheWay.resolve("not empty"));
        FileInstallationStore store = folder.store();
        store.update(installation -> SampleInstallation.stored());
        assertThat(folder.found()).isEqualTo(SampleInstallation.stored());
        assertThat(inTheWay).exists();
        Files.delete(inTheWay.resolve("not empty"));
        store.update(installation -> installation.withPreference(StoredPreference.NO));
        assertThat(inTheWay).doesNotExist();
    }

    @Test
    void forgetsEveryCopyOfAnIdentityThatIsGivenUp() throws IOException {
        FileInstallationStore store = folder.store();
        store.update(installation -> SampleInstallation.stored().withLastBeat(LocalDate.of(2027, 3, 1)));
        String id = SampleInstallation.ID.toString();
        for (String copy : List.of(
                "telemetry/quarantine/install_id.0011223344556677",
                "telemetry/installation.json.corrupt-20270301T093000.000Z",
                "telemetry/installation.json.backup",
                "telemetry/.milestones.json.4711.tmp",
                ".installation.json.4711.tmp")) {
            Files.createDirectories(
                    Objects.requireNonNull(folder.root().resolve(copy).getParent()));
            Files.writeString(folder.root().resolve(copy), "\"" + id + "\"");
        }
        store.resetIdentity();
        assertThat(folder.contents())
                .containsExactly(
                        "installation.json",
                        "telemetry",
                        "telemetry/gate.lock",
                        "telemetry/installation.lock",
                        "telemetry/milestones.json");
        assertThat(folder.contents().stream()
                        .map(folder.root()::resolve)
                        .filter(Files::isRegularFile)
                        .map(file -> new String(StateFolder.bytesOf(file), StandardCharsets.UTF_8)))
                .noneMatch(content -> content.contains(id));
    }

    @Test
    @Fault("B4")
    void putsAMalformedIdAsideAndMintsOne() {
        folder.holding("{\"install_id\": \"host-\\n17\", \"telemetry_salt\": \"ab\"}");
        assertThat(folder.found().id()).isEmpty();
        List<String> reports = QuarantineReports.of(() -> {
            folder.store().update(FileInstallationStoreSavingTest::identified);
            folder.store().update(FileInstallationStoreSavingTest::identified);
        });
        InstallId minted = folder.found().id().orElseThrow();
        assertThat(folder.text()).isEqualTo("{\"install_id\": \"" + minted + "\", \"telemetry_salt\": \"ab\"}");
        assertThat(folder.contents())
                .filteredOn(path -> path.contains("quarantine/install_id"))
                .singleElement()
                .satisfies(kept -> assertThat(folder.root().resolve(kept)).hasContent("\"host-\\n17\""));
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .contains("install_id of installation.json was not understood", "quarantine")
                        .doesNotContain("host-"));
    }

    @Test
    void keepsFiveMalformedValuesOfAKeyAtMost() {
        List<String> reports = QuarantineReports.of(() -> {
            for (int round = 0; round < 8; round++) {
                folder.holding("{\"telemetry_enabled\": \"perhaps " + round + "\"}");
                folder.store().update(installation -> installation.withPreference(StoredPreference.NO));
            }
        });
        assertThat(reports).hasSize(8);
        assertThat(folder.contents())
                .filteredOn(path -> path.contains("quarantine/telemetry_enabled"))
                .hasSize(5);
    }

    private static Installation identified(Installation installation) {
        return installation.withIdentity(
                installation.id().orElseGet(InstallId::random),
                installation.salt().orElseGet(Salt::random));
    }
}
