package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process killed in the middle of its saves, again and again; {@code -Dcrash.kills} says how often. */
@Tag("thorough")
@Proves(Promise.P10)
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class KilledSaveIT {
    private static final String STATE = "{\n  \"host\": \"" + "x".repeat(3000) + "\",\n  \"telemetry_enabled\": %s\n}";
    private static final int SAVES = 10_000;
    private static final int KILLS = Integer.getInteger("crash.kills", 12);

    /** Several times what a save takes, so that each of its steps is met. */
    private static final int LONGEST_DELAY_NANOS = 3_000_000;

    private final StateFolder folder;
    private final Random random = new Random(13);

    KilledSaveIT(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.folder = new StateFolder(root.resolve("state"));
    }

    @Test
    @Fault("A13")
    void leavesOneCompleteStateWhereverItIsKilled() {
        folder.holding(STATE.formatted("true"));
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(Math.max(1, SAVES / KILLS), "flip");
            assertIsComplete();
        }
        folder.store().update(installation -> installation);
        assertThat(folder.contents()).noneMatch(path -> path.endsWith(".tmp"));
    }

    @Test
    @Fault("A13")
    void losesNoAcknowledgedSaveOfTwoFilesWhereverItIsKilled() {
        folder.holding(STATE.formatted("true"));
        LocalDate acknowledged = LocalDate.EPOCH;
        for (int kill = 0; kill <= KILLS / 2; kill++) {
            acknowledged = acknowledged.plusDays(killAfter(1 + random.nextInt(20), "turn"));
            assertIsComplete();
            LocalDate stored = folder.found().lastBeat().orElse(LocalDate.EPOCH);
            assertThat(stored).as("after kill %d", kill).isAfterOrEqualTo(acknowledged);
            acknowledged = stored;
        }
        folder.store().update(installation -> installation);
        assertThat(folder.contents()).noneMatch(path -> path.endsWith(".tmp"));
    }

    private int killAfter(int saves, String command) {
        try (Child child = Child.jvm(folder, command)) {
            assertThat(child.line()).isEqualTo("ready");
            child.tell("go");
            for (int i = 0; i < saves; i++) {
                assertThat(child.line()).isEqualTo("saved");
            }
            LockSupport.parkNanos(random.nextInt(LONGEST_DELAY_NANOS));
            child.kill();
        }
        return saves;
    }

    private void assertIsComplete() {
        assertThat(folder.text()).isIn(STATE.formatted("true"), STATE.formatted("false"));
        assertThat(folder.contents()).filteredOn(path -> path.endsWith(".tmp")).hasSizeLessThanOrEqualTo(2);
    }
}
