package io.aboveboard.bootstrap.wiring;

import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.config.BuildInfo;
import io.aboveboard.bootstrap.config.ConfigReader;
import io.aboveboard.bootstrap.config.ConfigReading;
import io.aboveboard.bootstrap.config.SettingSources;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.event.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * What {@code run} is made of, put together by the jar's own wiring, in the hands of a test. Until it is killed it either
 * lives by a clock that stands in a file, with an error of its own, and tells each moment that it has dealt with, and what it
 * warned of then; or it lives by the real one and records events without end.
 */
public final class DrivenReplica {
    /** So that nothing is under way when the clocks jump. */
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(1);

    private static final Duration PACE = Duration.ofMillis(5);

    private DrivenReplica() {}

    /**
     * Begins.
     *
     * @param args a file, an error in milliseconds, and whether it is to die of its first heartbeat; or nothing
     */
    public static void main(String... args) {
        if (args.length == 0) {
            record();
        } else {
            live(Path.of(args[0]), Long.parseLong(args[1]), Boolean.parseBoolean(args[2]));
        }
    }

    private static AppConfig config() {
        ConfigReading reading =
                ConfigReader.read(new SettingSources(Map.of(), System.getenv(), BuildInfo.withoutSink("test")));
        return ((ConfigReading.Valid) reading).config();
    }

    private static void live(Path file, long error, boolean mortal) {
        AppConfig config = config();
        InstantSource clock = () -> read(file).plusMillis(error);
        try (OpenInstallation installation = OpenInstallation.staying(config);
                Aboveboard aboveboard = Adapters.settings(config)
                        .installation(mortal ? new MortalStore(installation.store()) : installation.store())
                        .outbox(Adapters.outbox(config))
                        .sink(OtlpTelemetrySink.create(Objects.requireNonNull(config.sink()), clock))
                        .closeWait(Duration.ZERO)
                        .clocks(clock, () -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                        .build()) {
            Instant told = Instant.MIN;
            while (true) {
                Instant now = read(file);
                aboveboard.keepHouse();
                aboveboard.flush(LONGEST_DELIVERY);
                if (!now.equals(told)) {
                    System.out.println(
                            "warns of " + aboveboard.transparency().status().warnings());
                    told = now;
                }
                System.out.println("dealt with " + now);
                LockSupport.parkNanos(PACE.toNanos());
            }
        }
    }

    /** The test puts a new file in its place, so it is never half-written. */
    private static Instant read(Path file) {
        try {
            return Instant.parse(Files.readString(file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void record() {
        AppConfig config = config();
        OpenInstallation installation = OpenInstallation.staying(config);
        Aboveboard aboveboard = Adapters.settings(config)
                .installation(installation.store())
                .outbox(Adapters.outbox(config))
                .sink(Adapters.sink(config))
                .start();
        System.out.println("started");
        for (long number = 0; true; number++) {
            aboveboard.telemetry().track("timer.started", UserId.of(number), Map.of("number", number));
            LockSupport.parkNanos(PACE.toNanos());
        }
    }
}
