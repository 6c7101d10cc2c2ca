package io.aboveboard.bootstrap.delivery;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.outbox.file.FileOutboxConfig;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.Arrival;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.record.DropReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A host that stores events and says which are stored, until it is killed; or one that delivers what others left. */
final class KilledHost {
    /** Ends a line of which nothing was cut off. */
    static final String WHOLE = ".";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Whoever is killed each second stores more than is delivered, and nothing is to give way to what is newer. */
    private static final long PLENTY = 1L << 30;

    private KilledHost() {}

    /** Takes the state folder, the endpoint, and the number of the first event; without that it delivers and counts. */
    public static void main(String... arguments) {
        Path state = Path.of(arguments[0]);
        try (Aboveboard aboveboard = Aboveboard.of("timetracker", "5.10.0")
                .installation(FileInstallationStore.in(state))
                .outbox(FileOutbox.in(state, FileOutboxConfig.defaults().withMaxBytes(PLENTY)))
                .sink(OtlpTelemetrySink.create(OtlpSinkConfig.of(arguments[1], "token")))
                .start()) {
            if (arguments.length > 2) {
                work(aboveboard, Integer.parseInt(arguments[2]));
            } else {
                deliver(aboveboard);
            }
        }
    }

    private static void work(Aboveboard aboveboard, int first) {
        if (aboveboard.consent().current().state() != ConsentStanding.State.GRANTED) {
            aboveboard.consent().grant(Actor.admin("1"));
        }
        Random random = new Random(first);
        int next = first;
        while (true) {
            int count = 1 + random.nextInt(20);
            store(aboveboard, next, count);
            next += count;
            aboveboard.telemetry().track("host.worked", UserId.none(), Map.of("number", next));
        }
    }

    private static void store(Aboveboard aboveboard, int first, int count) {
        List<Arrival> arrivals = IntStream.range(first, first + count)
                .mapToObj(number ->
                        new Arrival("n" + number, "host.stored", UserId.none(), null, Map.of("number", number), null))
                .toList();
        List<Admission> admissions = aboveboard.ingest().record(arrivals);
        System.out.println(IntStream.range(0, count)
                .filter(place -> admissions.get(place) == Admission.Taken.TAKEN)
                .mapToObj(place -> Integer.toString(first + place))
                .collect(Collectors.joining(",", "", WHOLE)));
    }

    private static void deliver(Aboveboard aboveboard) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Counts counts = counts(aboveboard);
        while (counts.pending() > 0 && System.nanoTime() < deadline) {
            counts = counts(aboveboard);
        }
        long dropped =
                counts.dropped().values().stream().mapToLong(Long::longValue).sum();
        long torn = counts.dropped().getOrDefault(DropReason.CORRUPT, 0L);
        System.out.println(counts.offered() + "," + counts.delivered() + "," + counts.pending() + "," + (dropped - torn)
                + "," + torn + "," + counts.lostUnclean());
    }

    private static Counts counts(Aboveboard aboveboard) {
        aboveboard.flush(Duration.ofSeconds(1));
        return aboveboard.transparency().status().counts();
    }
}
