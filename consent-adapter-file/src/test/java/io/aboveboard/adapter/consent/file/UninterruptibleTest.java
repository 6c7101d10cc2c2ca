package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.testkit.fixture.SampleDecisions;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UninterruptibleTest {
    @Test
    void savesOnAnInterruptedThreadAndPassesTheInterruptOn(@TempDir Path folder) {
        FileInstallationStore store = FileInstallationStore.in(folder);
        Thread.currentThread().interrupt();
        store.update(installation -> installation.withPreference(StoredPreference.NO));
        store.ledger().append(SampleDecisions.no());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(StateFolder.found(store.read()).preference()).isEqualTo(StoredPreference.NO);
        assertThat(store.ledger().history()).hasSize(1);
    }

    @Test
    void savesOnceWhenInterruptedInTheMiddle(@TempDir Path folder) {
        ScriptedDisk disk = new ScriptedDisk();
        disk.before(ScriptedDisk.Step.SYNC, () -> {
            Thread.currentThread().interrupt();
            return 0;
        });
        FileInstallationStore store = new StateFolder(folder).store(disk);
        store.ledger().append(SampleDecisions.no());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.ledger().history()).hasSize(1);
    }

    @Test
    void givesUpWhenInterruptedAgainAndAgain() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> Uninterruptible.call(() -> {
                    attempts.incrementAndGet();
                    throw new ClosedByInterruptException();
                }))
                .isInstanceOf(ClosedByInterruptException.class);
        assertThat(attempts).hasValue(5);
        assertThat(Thread.interrupted()).isTrue();
    }
}
