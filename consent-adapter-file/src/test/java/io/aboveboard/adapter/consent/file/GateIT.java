package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gate between processes. */
@Tag("thorough")
@Proves(Promise.P2)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class GateIT {
    private final StateFolder folder;
    private final FileConsentGate gate;

    GateIT(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.folder = new StateFolder(root.resolve("state"));
        this.gate = folder.store().gate();
        folder.store().ledger().append(SampleDecisions.yes());
    }

    @Test
    void keepsADecisionWaitingWhileAnotherProcessHandsOver() {
        try (Child sender = Child.jvm(folder, "pass")) {
            assertThat(sender.line()).isEqualTo("ready");
            assertThat(sender.ask("go")).isEqualTo("inside");
            assertThat(gate.shared(() -> "beside it")).isEqualTo("beside it");
            assertThatThrownBy(() -> impatient().exclusively(() -> "decided"))
                    .isInstanceOf(InstallationStoreException.class)
                    .hasMessageContaining("The decision was not taken: " + folder.telemetry("gate.lock"))
                    .hasMessageContaining("still storing or handing over records after 50 ms; try again, or end");
            assertThat(sender.ask("handed over")).isEqualTo("handed over");
            assertThat(gate.exclusively(() -> "decided")).isEqualTo("decided");
            sender.ends();
        }
    }

    @Test
    void keepsRecordsWaitingWhileAnotherProcessDecidesAndIsFreeOnceThatIsKilled() {
        try (Child decider = Child.jvm(folder, "decide")) {
            assertThat(decider.line()).isEqualTo("ready");
            assertThat(decider.ask("go")).isEqualTo("inside");
            assertThatThrownBy(() -> impatient().shared(() -> "sent"))
                    .isInstanceOf(InstallationStoreException.class)
                    .hasMessageContaining("is still taking a decision after 50 ms");
            decider.kill();
            assertThat(impatient().shared(() -> "sent")).isEqualTo("sent");
            assertThat(impatient().exclusively(() -> "decided")).isEqualTo("decided");
        }
    }

    @Test
    @Fault("E3")
    void letsADecisionInAloneAndSoonWhileTwoProcessesNeverStopPassing() {
        try (Child one = Child.jvm(folder, "stream");
                Child other = Child.jvm(folder, "stream")) {
            List<Child> both = List.of(one, other);
            both.forEach(child -> assertThat(child.line()).isEqualTo("ready"));
            both.forEach(child -> assertThat(child.ask("go")).isEqualTo("passing"));
            for (int decision = 0; decision < 100; decision++) {
                assertThat(gate.exclusively(this::decide)).isTrue();
            }
            both.forEach(child -> assertThat(child.ask("stop")).isEqualTo("stop: never together"));
            both.forEach(Child::ends);
        }
    }

    private boolean decide() {
        Path mark = folder.root().resolve("deciding");
        try {
            Files.createFile(mark);
            Files.delete(mark);
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private FileConsentGate impatient() {
        return new FileConsentGate(StateDirectory.of(folder.root()), Pauser.parking(), Duration.ofMillis(50));
    }
}
