package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process killed in the middle of its saves, again and again. */
@Proves(Promise.P10)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class KilledSaveIT {
    private static final String STATE = "{\n  \"host\": \"" + "x".repeat(3000) + "\",\n  \"telemetry_enabled\": %s\n}";
    private static final int SAVES = 10_000;
    private static final int KILLS = 12;

    private final StateFolder folder;

    KilledSaveIT(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.folder = new StateFolder(root.resolve("state"));
    }

    @Test
    @Fault("A13")
    void leavesOneCompleteStateWhereverItIsKilled() {
        folder.holding(STATE.formatted("true"));
        Random random = new Random(13);
        int saves = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            int due = kill == KILLS ? SAVES - saves : SAVES / KILLS - 50 + random.nextInt(100);
            killAfter(due);
            saves += due;
            assertIsComplete();
        }
        assertThat(saves).isEqualTo(SAVES);
        folder.store().update(installation -> installation.withPreference(StoredPreference.NO));
        folder.store().update(installation -> installation.withPreference(StoredPreference.YES));
        assertThat(folder.contents()).noneMatch(path -> path.endsWith(".tmp"));
    }

    private void killAfter(int saves) {
        try (Child child = Child.jvm(folder, "flip")) {
            assertThat(child.line()).isEqualTo("ready");
            child.tell("go");
            for (int i = 0; i < saves; i++) {
                assertThat(child.line()).isEqualTo("saved");
            }
            child.kill();
        }
    }

    private void assertIsComplete() {
        assertThat(folder.text()).isIn(STATE.formatted("true"), STATE.formatted("false"));
        assertThat(folder.contents()).filteredOn(path -> path.endsWith(".tmp")).hasSizeLessThanOrEqualTo(1);
    }
}
