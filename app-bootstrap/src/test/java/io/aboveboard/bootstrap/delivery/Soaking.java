package io.aboveboard.bootstrap.delivery;

import com.sun.management.UnixOperatingSystemMXBean;
import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.api.Telemetry;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.PropertyKey;
import io.aboveboard.domain.event.UserId;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A host that records a thousand events a second for as long as it is told, and says how it fares. */
final class Soaking {
    private static final int TURNS_A_SECOND = 100;
    private static final int EVENTS_A_TURN = 10;
    private static final int SAMPLES = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final PropertyKey<Long> NUMBER = PropertyKey.ofLong("number");
    private static final Event EVENT = Event.named("soak.test").with(NUMBER);

    private Soaking() {}

    /**
     * Prints a line {@code used_heap_bytes open_files} for each sample, then {@code counts offered delivered pending
     * lost_unclean}, then a line {@code reason count} for each reason of a drop.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Path state = Path.of(arguments[0]);
        try (Aboveboard aboveboard = Aboveboard.of("timetracker", "5.10.0")
                .installation(FileInstallationStore.in(state))
                .outbox(FileOutbox.in(state))
                .sink(OtlpTelemetrySink.create(OtlpSinkConfig.of(arguments[1], "token")))
                .heartbeatAt(LocalTime.MIDNIGHT)
                .heartbeatSpread(Duration.ZERO)
                .start()) {
            aboveboard.consent().grant(Actor.admin("1"));
            soak(aboveboard.telemetry(), Integer.parseInt(arguments[2]));
            print(settled(aboveboard));
        }
    }

    private static void soak(Telemetry telemetry, int seconds) throws InterruptedException {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        int turns = seconds * TURNS_A_SECOND;
        Turns recording = new Turns(telemetry, turns);
        var turning = clock.scheduleAtFixedRate(recording, 0, 1_000_000 / TURNS_A_SECOND, TimeUnit.MICROSECONDS);
        var sampling = clock.scheduleAtFixedRate(Soaking::sample, 0, 1_000L * seconds / SAMPLES, TimeUnit.MILLISECONDS);
        recording.done.await();
        turning.cancel(false);
        sampling.cancel(false);
        clock.shutdown();
        clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Records its events at each turn, until the last; a turn that came late is made up for. */
    private static final class Turns implements Runnable {
        private final Telemetry telemetry;
        private final int turns;
        private final CountDownLatch done = new CountDownLatch(1);
        private int turn;

        Turns(Telemetry telemetry, int turns) {
            this.telemetry = telemetry;
            this.turns = turns;
        }

        @Override
        public void run() {
            if (turn == turns) {
                done.countDown();
                return;
            }
            for (int i = 0; i < EVENTS_A_TURN; i++) {
                long number = (long) turn * EVENTS_A_TURN + i;
                telemetry.track(EVENT, UserId.none(), p -> p.put(NUMBER, number));
            }
            turn++;
        }
    }

    /** What is used once the garbage is gone: only that can grow for ever. */
    private static void sample() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(heap + " " + system.getOpenFileDescriptorCount());
    }

    private static Counts settled(Aboveboard aboveboard) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Counts counts;
        do {
            aboveboard.flush(Duration.ofSeconds(1));
            counts = aboveboard.transparency().status().counts();
        } while (counts.pending() > 0 && System.nanoTime() < deadline);
        return counts;
    }

    private static void print(Counts counts) {
        System.out.println("counts " + counts.offered() + " " + counts.delivered() + " " + counts.pending() + " "
                + counts.lostUnclean());
        counts.dropped().forEach((reason, count) -> System.out.println(reason + " " + count));
    }
}
