package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes killed at random instants, again and again; more often with {@code -Dcrash.kills=…}. */
@Tag("thorough")
@Proves({Promise.P8, Promise.P9})
final class KilledOutboxIT {
    private static final int KILLS = Integer.getInteger("crash.kills", 60);

    /** Side by side, since a kill takes most of its time to start a process, and ten thousand take an hour. */
    private static final int FOLDERS = 2;

    private static final int BETWEEN_REPORTS = 500;
    private static final long APPENDS = 5_000;

    private final List<KilledOutbox> outboxes;

    KilledOutboxIT(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.outboxes = IntStream.range(0, FOLDERS)
                .mapToObj(place -> new KilledOutbox(root.resolve("state" + place), KILLS + place))
                .toList();
    }

    @Test
    @Fault({"D1", "D5", "D10"})
    void deliversWhatWasAcknowledgedAtLeastOnceAndNothingHalf() {
        outboxes.parallelStream().forEach(KilledOutboxIT::killAgainAndAgain);
        assertThat(outboxes).allSatisfy(outbox -> assertThat(outbox.stored()).isGreaterThan(APPENDS));
    }

    private static void killAgainAndAgain(KilledOutbox outbox) {
        int kills = KILLS / FOLDERS;
        for (int kill = 1; kill <= kills; kill++) {
            outbox.killOnce();
            if (kill % BETWEEN_REPORTS == 0 || kill == kills) {
                System.out.println(outbox);
            }
        }
    }
}
