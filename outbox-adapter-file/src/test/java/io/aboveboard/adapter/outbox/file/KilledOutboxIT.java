package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed at random instants, again and again; more often with {@code -Dcrash.kills=…}. */
@Tag("thorough")
@Proves({Promise.P8, Promise.P9})
final class KilledOutboxIT {
    private static final int KILLS = Integer.getInteger("crash.kills", 60);
    private static final int LARGEST_COMMIT = 20;
    private static final int APPENDS = 10_000;

    /** No process stores as many before it is killed. */
    private static final int NUMBERS_A_PROCESS = 10_000;

    /** With more than these waiting, looking at all of them after each kill would take longer than the kills. */
    private static final int CROWD = 2_000;

    private final Path stateDir;
    private final Random random = new Random(KILLS);
    private final Set<Integer> waiting = new HashSet<>();
    private final Set<Integer> inDoubt = new HashSet<>();
    private final Set<Integer> sent = new HashSet<>();
    private int next = 1;
    private long stored;

    KilledOutboxIT(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.stateDir = root.resolve("state");
    }

    @Test
    @Fault({"D1", "D5", "D10"})
    void deliversWhatWasAcknowledgedAtLeastOnceAndNothingHalf() throws IOException {
        for (int kill = 0; kill < KILLS; kill++) {
            killOnce();
            verify();
        }
        System.out.println(KILLS + " kills: " + stored + " records acknowledged, " + sent.size() + " sent, "
                + waiting.size() + " waiting");
        assertThat(stored).isGreaterThan(APPENDS);
    }

    private void killOnce() throws IOException {
        try (Child child = Child.start(List.of(), stateDir, "work", Integer.toString(next))) {
            child.lines(1 + random.nextInt(120)).forEach(this::hear);
            child.kill().forEach(this::hear);
        }
        next += NUMBERS_A_PROCESS;
    }

    private void hear(String line) {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "stored" ->
                numbers(words).forEach(number -> {
                    waiting.add(number);
                    stored++;
                });
            case "sent" ->
                numbers(words).forEach(number -> {
                    inDoubt.add(number);
                    sent.add(number);
                });
            case "settled" ->
                numbers(words).forEach(number -> {
                    waiting.remove(number);
                    inDoubt.remove(number);
                });
            default -> assertThat(line).matches("ready|offered \\d+");
        }
    }

    private static Stream<Integer> numbers(String[] words) {
        return words.length < 2 || words[1].isEmpty()
                ? Stream.of()
                : Arrays.stream(words[1].split(",", -1)).map(Integer::valueOf);
    }

    private void verify() {
        try (Outbox outbox = FileOutbox.in(stateDir, OutboxProcess.CONFIG)) {
            assertThat(outbox.claim()).as("the lock is free").isTrue();
            Set<Integer> found = new HashSet<>();
            Site.waiting(outbox, Layer.DETAILED)
                    .forEach(record -> assertThat(found.add(wholeNumberOf(record)))
                            .as("%s twice", record)
                            .isTrue());
            assertThat(found)
                    .containsAll(waiting.stream()
                            .filter(number -> !inDoubt.contains(number))
                            .toList());
            assertThat(outbox.sent(1_000).stream().map(SentRecord::record).map(KilledOutboxIT::wholeNumberOf))
                    .isSubsetOf(sent);
            Account account = Site.accountOf(outbox);
            assertThat(account.dropped().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            + account.lostUnclean())
                    .isLessThanOrEqualTo((long) KILLS * LARGEST_COMMIT);
            waiting.clear();
            waiting.addAll(found);
            inDoubt.clear();
            if (found.size() > CROWD) {
                deliverAll(outbox);
            }
        }
    }

    private void deliverAll(Outbox outbox) {
        outbox.settle(Site.waiting(outbox, Layer.DETAILED), Settlement.Delivered.at(SampleInstallation.NOW));
        sent.addAll(waiting);
        waiting.clear();
    }

    /** The number of a record of which every byte is as it was stored. */
    private static int wholeNumberOf(EncodedRecord record) {
        int number = Integer.parseInt(record.uid().value().substring(2));
        assertThat(record).isEqualTo(OutboxProcess.record(number));
        return number;
    }
}
