package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.consent.file.ScriptedDisk.Step;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the whole library makes of decisions in files: those it wrote, could not write, or somebody else wrote. */
final class DecisionsOnFilesTest extends LibraryOnFiles {
    DecisionsOnFilesTest(@TempDir(factory = FoldersInMemory.class) Path root) {
        super(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "\"yes\"", "{}", "null"})
    @Fault("A5")
    void takesNoValueButTrueForAYes(String value) {
        folder.holding("{\"setup_complete\": true, \"telemetry_enabled\": " + value + "}");
        Aboveboard aboveboard = aboveboard();
        sendsAll(aboveboard);
        assertThat(sink.records()).isNotEmpty().extracting(EncodedRecord::layer).containsOnly(Layer.BASE);
        assertThat(folder.text()).contains("\"telemetry_enabled\": " + value);
        assertThat(aboveboard.consent().current().remark()).contains("telemetry_enabled is neither true nor false");
    }

    @Test
    @Fault("A11")
    @Proves(Promise.P1)
    void obeysADenialThatSomebodyElseWroteAndNeverUndoesIt() {
        Aboveboard aboveboard = aboveboard();
        assertThat(aboveboard.consent().grant(Actor.cli())).isInstanceOf(DecisionOutcome.Recorded.class);
        assertThat(tracks(aboveboard)).isEqualTo(Admission.Taken.TAKEN);
        folder.holding(folder.text().replace("\"telemetry_enabled\": true", "\"telemetry_enabled\": false"));
        sendsAll(aboveboard);
        assertThat(tracks(aboveboard)).isInstanceOf(Admission.Dropped.class);
        assertThat(sink.records()).isNotEmpty().extracting(EncodedRecord::layer).containsOnly(Layer.BASE);
        assertThat(folder.found().reached(Milestone.FIRST_SEEN_SENT)).isPresent();
        assertThat(folder.text()).contains("\"telemetry_enabled\": false");
    }

    private static Stream<Arguments> brokenSteps() {
        return Arrays.stream(Step.values())
                .flatMap(step -> Stream.of(
                        Arguments.of(step, "No space left on device", "the disk is full"),
                        Arguments.of(step, "Input/output error", "Input/output error")));
    }

    @ParameterizedTest
    @MethodSource("brokenSteps")
    @Fault("A14")
    void refusesAYesThatCannotBeSaved(Step step, String failure, String told) {
        Aboveboard aboveboard = aboveboard();
        sendsAll(aboveboard);
        String before = folder.text();
        disk.breakDown(step, new IOException(failure));
        assertThat(aboveboard.consent().grant(Actor.cli()))
                .isInstanceOfSatisfying(
                        DecisionOutcome.NotTaken.class,
                        refused -> assertThat(refused.why()).contains(told));
        assertThat(tracks(aboveboard)).isInstanceOf(Admission.Dropped.class);
        assertThat(folder.text()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("brokenSteps")
    @Fault("A14")
    void obeysANoThatCannotBeSavedAndSavesItOnceItCanBe(Step step, String failure, String told) {
        Aboveboard aboveboard = aboveboard();
        aboveboard.consent().grant(Actor.cli());
        String before = folder.text();
        disk.breakDown(step, new IOException(failure));
        assertThat(toldOf(aboveboard.consent().withdraw(Actor.cli()))).contains(told);
        assertThat(tracks(aboveboard)).isInstanceOf(Admission.Dropped.class);
        assertThat(folder.text()).isEqualTo(before);
        disk.mend();
        assertThat(toldOf(aboveboard.consent().withdraw(Actor.cli()))).isEmpty();
        assertThat(folder.text()).contains("\"telemetry_enabled\": false");
    }

    private static String toldOf(DecisionOutcome outcome) {
        return outcome instanceof DecisionOutcome.InForceUnsaved unsaved
                ? unsaved.why()
                : String.join("; ", ((DecisionOutcome.Recorded) outcome).warnings());
    }

    @Test
    @Fault("E7")
    void deniesAfterARestartWhereOnlyTheReceiptCouldBeWritten() {
        Aboveboard aboveboard = aboveboard();
        aboveboard.consent().grant(Actor.cli());
        String before = folder.text();
        disk.pass(Step.WRITE);
        disk.breakDown(Step.RENAME, new IOException("Input/output error"));
        assertThat(aboveboard.consent().withdraw(Actor.cli())).isInstanceOf(DecisionOutcome.Recorded.class);
        assertThat(folder.text()).isEqualTo(before);
        disk.mend();
        assertDeniesAfterARestart();
    }

    @Test
    @Fault("E7")
    void deniesAfterARestartWhereOnlyTheInstallationCouldBeWritten() {
        Aboveboard aboveboard = aboveboard();
        aboveboard.consent().grant(Actor.cli());
        disk.fail(Step.WRITE, new IOException("Input/output error"));
        assertThat(toldOf(aboveboard.consent().withdraw(Actor.cli()))).contains("Input/output error");
        assertThat(folder.store().ledger().history()).hasSize(1);
        assertThat(folder.text()).contains("\"telemetry_enabled\": false");
        assertDeniesAfterARestart();
    }

    private void assertDeniesAfterARestart() {
        Aboveboard restarted = aboveboard();
        assertThat(tracks(restarted)).isEqualTo(Admission.Taken.TAKEN);
        restarted.flush(Duration.ofSeconds(10));
        assertThat(tracks(restarted)).isInstanceOf(Admission.Dropped.class);
        assertThat(restarted.consent().current().state()).isEqualTo(ConsentStanding.State.DENIED);
        assertThat(sink.records()).extracting(EncodedRecord::layer).doesNotContain(Layer.DETAILED);
    }

    @Test
    @Proves({Promise.P1, Promise.P2})
    void obeysAnotherProcessBeforeTheNextBatch() {
        Aboveboard running = aboveboard();
        Aboveboard command = aboveboard();
        running.consent().grant(Actor.cli());
        sendsAll(running);
        assertThat(sink.records()).extracting(EncodedRecord::layer).contains(Layer.DETAILED);
        int sent = sink.records().size();
        tracks(running);
        command.consent().withdraw(Actor.cli());
        running.flush(Duration.ofSeconds(10));
        assertThat(sink.records()).hasSize(sent);
        assertThat(tracks(running)).isInstanceOf(Admission.Dropped.class);
        command.consent().grant(Actor.cli());
        running.flush(Duration.ofSeconds(10));
        assertThat(sink.records()).as("nothing of before the no comes back").hasSize(sent);
        assertThat(folder.contents()).contains("telemetry/gate.lock");
    }
}
