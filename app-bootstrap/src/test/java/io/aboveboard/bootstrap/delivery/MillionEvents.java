package io.aboveboard.bootstrap.delivery;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.api.Telemetry;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.PropertyKey;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.record.DropReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A host that records a million events as fast as it can, while nobody is there to take them. */
final class MillionEvents {
    private static final int THREADS = 4;
    private static final int EACH = 250_000;
    private static final PropertyKey<Long> NUMBER = PropertyKey.ofLong("number");
    private static final Event EVENT = Event.named("load.test").with(NUMBER);

    private MillionEvents() {}

    /**
     * Prints how many were offered before, then taken, offered, delivered, pending, dropped, dropped at a full queue; then how
     * long half of the calls took at most, 99 of a hundred, and all; in nanoseconds.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Path state = Path.of(arguments[0]);
        try (Aboveboard aboveboard = Aboveboard.of("timetracker", "5.10.0")
                .installation(FileInstallationStore.in(state))
                .outbox(FileOutbox.in(state))
                .sink(OtlpTelemetrySink.create(OtlpSinkConfig.of("http://127.0.0.1:9", "token")))
                .closeWait(Duration.ZERO)
                .start()) {
            aboveboard.flush(Duration.ofSeconds(1));
            aboveboard.consent().grant(Actor.admin("1"));
            long before = counts(aboveboard).offered();
            Latencies latencies = new Latencies();
            long taken = recordAll(aboveboard.telemetry(), latencies);
            print(before, taken, counts(aboveboard), latencies);
        }
    }

    private static Counts counts(Aboveboard aboveboard) {
        aboveboard.flush(Duration.ZERO);
        return aboveboard.transparency().status().counts();
    }

    private static long recordAll(Telemetry telemetry, Latencies latencies) throws InterruptedException {
        AtomicLong taken = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> taken.addAndGet(record(telemetry, latencies)));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return taken.get();
    }

    private static long record(Telemetry telemetry, Latencies latencies) {
        long taken = 0;
        for (long number = 0; number < EACH; number++) {
            long value = number;
            long began = System.nanoTime();
            Admission admission = telemetry.track(EVENT, UserId.none(), p -> p.put(NUMBER, value));
            latencies.add(System.nanoTime() - began);
            taken += admission == Admission.Taken.TAKEN ? 1 : 0;
        }
        return taken;
    }

    private static void print(long before, long taken, Counts counts, Latencies latencies) {
        long dropped =
                counts.dropped().values().stream().mapToLong(Long::longValue).sum();
        System.out.println(before + " " + taken + " " + counts.offered() + " " + counts.delivered() + " "
                + counts.pending() + " " + dropped + " "
                + counts.dropped().getOrDefault(DropReason.QUEUE_FULL, 0L) + " " + latencies.quantile(0.5) + " "
                + latencies.quantile(0.99) + " " + latencies.quantile(1));
    }
}
