package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** A state folder of which the processes are killed, and what those had said of their records. */
final class KilledOutbox {
    private static final int LARGEST_COMMIT = 20;

    /** No process stores as many before it is killed. */
    private static final int NUMBERS_A_PROCESS = 10_000;

    /** With more than these waiting, looking at all of them after each kill would take longer than the kills. */
    private static final int CROWD = 2_000;

    private final Path stateDir;
    private final Random random;
    private final Set<Integer> waiting = new HashSet<>();
    private final Set<Integer> inDoubt = new HashSet<>();
    private final Set<Integer> sent = new HashSet<>();
    private int next = 1;
    private long kills;
    private long stored;

    KilledOutbox(Path stateDir, long seed) {
        this.stateDir = stateDir;
        this.random = new Random(seed);
    }

    /** Starts a process, kills it at a random instant, and looks at what it left. */
    void killOnce() {
        try (Child child = Child.start(List.of(), stateDir, "work", Integer.toString(next))) {
            child.lines(1 + random.nextInt(120)).forEach(this::hear);
            child.kill().forEach(this::hear);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        next += NUMBERS_A_PROCESS;
        kills++;
        verify();
    }

    /** How many records its processes were told to be stored. */
    long stored() {
        return stored;
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
            assertThat(waiting)
                    .as("waiting before the kill, neither sent nor found")
                    .allMatch(number -> found.contains(number) || inDoubt.contains(number));
            assertThat(outbox.sent(1_000))
                    .as("told to be sent")
                    .allMatch(record -> sent.contains(wholeNumberOf(record.record())));
            assertThat(dropped(outbox)).isLessThanOrEqualTo(kills * LARGEST_COMMIT);
            goOnWith(found, outbox);
        }
    }

    private static long dropped(Outbox outbox) {
        Account account = Site.accountOf(outbox);
        return account.lostUnclean()
                + account.dropped().values().stream().mapToLong(Long::longValue).sum();
    }

    private void goOnWith(Set<Integer> found, Outbox outbox) {
        waiting.clear();
        inDoubt.clear();
        if (found.size() > CROWD) {
            outbox.settle(Site.waiting(outbox, Layer.DETAILED), Settlement.Delivered.at(SampleInstallation.NOW));
            sent.addAll(found);
        } else {
            waiting.addAll(found);
        }
    }

    /** The number of a record of which every byte is as it was stored. */
    private static int wholeNumberOf(EncodedRecord record) {
        int number = Integer.parseInt(record.uid().value().substring(2));
        assertThat(record).isEqualTo(OutboxProcess.record(number));
        return number;
    }

    @Override
    public String toString() {
        return kills + " kills: " + stored + " records acknowledged, " + sent.size() + " sent, " + waiting.size()
                + " waiting";
    }
}
