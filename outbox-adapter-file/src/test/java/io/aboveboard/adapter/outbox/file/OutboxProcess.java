package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What tests run as a process of its own. It says what it has done, each thing in a line. */
final class OutboxProcess {
    /** Small files, so that many are begun and ended. */
    static final FileOutboxConfig CONFIG = new FileOutboxConfig(
            64L * 1024 * 1024,
            16 * 1024,
            java.time.Duration.ofDays(30),
            200_000,
            FileOutboxConfig.defaults().clock());

    private final PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Outbox outbox;
    private final Random random;
    private int next;

    private OutboxProcess(Path stateDir, int first) {
        this.outbox = FileOutbox.in(stateDir, CONFIG);
        this.random = new Random(first);
        this.next = first;
    }

    /** Takes the state folder, what to do, and the number of the first record. */
    public static void main(String... arguments) {
        OutboxProcess process = new OutboxProcess(Path.of(arguments[0]), Integer.parseInt(arguments[2]));
        process.outbox.claim();
        process.output.println("ready");
        switch (arguments[1]) {
            case "work" -> process.work();
            case "append" -> process.append(Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    /** Until it is killed. */
    private void work() {
        while (true) {
            if (random.nextInt(4) > 0) {
                store(1 + random.nextInt(20));
            } else {
                deliver();
            }
        }
    }

    private void store(int count) {
        List<EncodedRecord> records = IntStream.range(next, next + count)
                .mapToObj(OutboxProcess::record)
                .toList();
        next += count;
        outbox.journal().note(count, Map.of());
        output.println("offered " + count);
        outbox.append(Clearances.detailed(1), records);
        output.println("stored " + numbers(records));
    }

    /** A record that is known again by its number. */
    static EncodedRecord record(int number) {
        return SampleEncodedRecords.detailed(1, number, 50 + number % 400);
    }

    private void deliver() {
        List<EncodedRecord> records = outbox.oldest(Layer.DETAILED, 1 + random.nextInt(60), 100_000);
        output.println("sent " + numbers(records));
        outbox.settle(records, Settlement.Delivered.at(SampleInstallation.NOW));
        output.println("settled " + numbers(records));
    }

    private static String numbers(List<EncodedRecord> records) {
        return records.stream().map(record -> record.uid().value().substring(2)).collect(Collectors.joining(","));
    }

    private void append(int times) {
        for (int i = 0; i < times; i++) {
            EncodedRecord record = record(next++);
            try {
                outbox.append(Clearances.detailed(1), List.of(record));
                output.println("stored " + numbers(List.of(record)));
            } catch (OutboxException refused) {
                output.println("refused " + numbers(List.of(record)) + " " + refused.getMessage());
            }
        }
    }
}
