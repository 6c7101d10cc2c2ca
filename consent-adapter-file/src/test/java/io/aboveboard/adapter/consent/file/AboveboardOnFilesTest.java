package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.consent.file.ScriptedDisk.Step;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.fake.ReadableRecordEncoder;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole library on these files: what leaves, or does not, where the file is as the fault says. */
final class AboveboardOnFilesTest extends LibraryOnFiles {
    AboveboardOnFilesTest(@TempDir(factory = FoldersInMemory.class) Path root) {
        super(root);
    }

    @Test
    @Fault("A1")
    void startsUndecidedWithOneIdWhereThereIsNoFile() {
        Aboveboard aboveboard = aboveboard();
        sendsAll(aboveboard);
        sendsAll(aboveboard());
        InstallId id = folder.found().id().orElseThrow();
        assertThat(sink.records()).extracting(EncodedRecord::layer).containsOnly(Layer.BASE);
        assertThat(sightings()).containsOnly(RecordUid.ofFirstSeen(id));
        assertThat(aboveboard.consent().current().state()).isEqualTo(ConsentStanding.State.UNDECIDED);
        assertThat(aboveboard.transparency().status().outbox().detailed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\n  \"install_id\": \"3f1c", "{\n  \"x\": \u0007}", "[]"})
    @Fault({"A3", "A4"})
    void sendsNothingOnAFileThatCannotBeReadUntilItIsMendedAndKeepsOneCopyOfIt(String broken) {
        folder.holding(broken);
        Aboveboard aboveboard = aboveboard();
        sendsAll(aboveboard);
        assertThat(sink.records()).isEmpty();
        assertThat(folder.text()).isEqualTo(broken);
        sendsAll(aboveboard);
        assertThat(folder.contents())
                .filteredOn(name -> !name.equals("telemetry") && !name.equals("telemetry/installation.lock"))
                .satisfiesExactly(
                        own -> assertThat(own).isEqualTo("installation.json"),
                        copy -> assertThat(copy).startsWith("telemetry/installation.json.corrupt-"));
        assertThat(aboveboard.consent().current().state()).isEqualTo(ConsentStanding.State.UNKNOWN);
        assertThat(aboveboard.transparency().status().warnings())
                .anyMatch(warning -> warning.contains(folder.installation() + ", line "));
        folder.holding("{\"install_id\": \"" + SampleInstallation.ID + "\"}");
        sendsAll(aboveboard);
        assertThat(sink.records())
                .extracting(EncodedRecord::uid)
                .contains(RecordUid.ofFirstSeen(SampleInstallation.ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"null\"", "null", "\"host-\\n17\"", "\"3 megabytes\""})
    @Fault("B4")
    void sendsNoMalformedIdAndMintsOneOnce(String literal) {
        String value = literal.replace("3 megabytes", "m".repeat(3 * 1024 * 1024));
        folder.holding("{\"install_id\": " + value + "}");
        List<String> reports = QuarantineReports.of(() -> {
            sendsAll(aboveboard());
            sendsAll(aboveboard());
        });
        InstallId minted = folder.found().id().orElseThrow();
        assertThat(reports).singleElement().asString().contains("install_id of installation.json was not understood");
        assertThat(folder.contents())
                .filteredOn(path -> path.startsWith("telemetry/quarantine/install_id."))
                .singleElement()
                .satisfies(kept -> assertThat(folder.root().resolve(kept)).hasContent(value));
        assertThat(sightings()).containsOnly(RecordUid.ofFirstSeen(minted));
        assertThat(sink.records())
                .extracting(ReadableRecordEncoder::textOf)
                .allSatisfy(text -> assertThat(text)
                        .contains("install_id=\"" + minted + "\"")
                        .doesNotContain("install_id=" + value)
                        .doesNotContain("host-")
                        .doesNotContain("mmmm"));
    }

    @Test
    @Fault({"A9", "B4"})
    void takesAFileWithAnIdOfTenMegabytesForOneThatIsTooLarge() {
        String huge = "{\"install_id\": \"" + "m".repeat(10 * 1024 * 1024) + "\"}";
        assertSendsNothingOn(huge, "has more than 4194304 bytes");
    }

    @Test
    @Fault("A9")
    void sendsNothingOnAFileThatIsNestedTooDeeply() {
        assertSendsNothingOn("{\"x\":" + "[".repeat(100_000), "nested too deeply");
    }

    private void assertSendsNothingOn(String content, String why) {
        folder.holding(content);
        Aboveboard aboveboard = aboveboard();
        sendsAll(aboveboard);
        assertThat(aboveboard.consent().grant(Actor.cli())).isInstanceOf(DecisionOutcome.NotTaken.class);
        sendsAll(aboveboard);
        assertThat(sink.records()).isEmpty();
        assertThat(folder.text()).isEqualTo(content);
        assertThat(aboveboard.transparency().status().warnings()).anyMatch(warning -> warning.contains(why));
    }

    private List<RecordUid> sightings() {
        return sink.records().stream()
                .filter(record -> ReadableRecordEncoder.textOf(record).contains("event_name=base_telemetry.first_seen"))
                .map(EncodedRecord::uid)
                .toList();
    }

    @Test
    @Fault("A2")
    void showsNoErrorOnceTheFileIsWholeAgain() {
        folder.holding("{\n  \"install_id\": \"3f1c");
        Aboveboard aboveboard = aboveboard();
        sendsAll(aboveboard);
        assertThat(aboveboard.transparency().status().warnings()).isNotEmpty();
        folder.holding("{\"install_id\": \"" + SampleInstallation.ID + "\"}");
        sendsAll(aboveboard);
        assertThat(aboveboard.transparency().status().warnings()).isEmpty();
        assertThat(aboveboard.consent().current().state()).isEqualTo(ConsentStanding.State.UNDECIDED);
        assertThat(aboveboard.consent().current().remark()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    @Fault("B2")
    void sendsNoFirstSeenBeforeTheIdIsDurable(Step step) {
        disk.breakDown(step == Step.RENAME ? Step.SYNC : step, new IOException("Input/output error"));
        Aboveboard aboveboard = aboveboard();
        sendsAll(aboveboard);
        assertThat(sink.records()).isEmpty();
        assertThat(folder.installation()).doesNotExist();
        assertThat(aboveboard.transparency().status().warnings())
                .anyMatch(warning -> warning.contains("nothing is sent") && warning.contains("Input/output error"));
        disk.mend();
        Stream.of(Step.SYNC, Step.SYNC_FOLDER)
                .forEach(each -> disk.before(
                        each,
                        () -> assertThat(sink.records())
                                .as("sent before %s", each)
                                .hasSize(0)));
        sendsAll(aboveboard);
        assertThat(sink.records())
                .extracting(EncodedRecord::uid)
                .contains(RecordUid.ofFirstSeen(folder.found().id().orElseThrow()));
    }

    @Test
    @Fault("B6")
    void sendsTheSameUidAgainAndKeepsTheDenialWhereABackupIsRestored() {
        Aboveboard aboveboard = aboveboard();
        aboveboard.consent().grant(Actor.cli());
        String backup = folder.text().replace("\n}", ",\n  \"setup_complete\": true\n}");
        InstallId id = folder.found().id().orElseThrow();
        sendsAll(aboveboard);
        aboveboard.consent().withdraw(Actor.cli());
        folder.holding(backup);
        int sent = sink.records().size();
        Aboveboard restarted = aboveboard();
        sendsAll(restarted);
        assertThat(restarted.consent().current().state()).isEqualTo(ConsentStanding.State.DENIED);
        assertThat(sink.records().subList(sent, sink.records().size()))
                .extracting(EncodedRecord::uid)
                .containsExactly(RecordUid.ofFirstSeen(id));
    }
}
