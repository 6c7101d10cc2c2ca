package io.aboveboard.domain;

import io.aboveboard.domain.api.BaseTelemetry;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.Erasure;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.api.Ingest;
import io.aboveboard.domain.api.Telemetry;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.engine.Engine;
import java.time.Duration;
import java.util.Objects;

/**
 * Telemetry of one service: the owner of everything a host uses. Built once, closed by whoever built it:
 *
 * <pre>{@code
 * Aboveboard aboveboard = Aboveboard.of("timetracker", "5.10.0")
 *         .installation(FileInstallationStore.in(stateDir))
 *         .outbox(FileOutbox.in(stateDir))
 *         .sink(OtlpTelemetrySink.create(sinkConfig))
 *         .scheduler(QuartzHeartbeatScheduler.create())
 *         .start();
 * aboveboard.telemetry().track(TIMER_STARTED, UserId.of(42), p -> p.put(PROJECT, 7L));
 * aboveboard.consent().withdraw(Actor.admin("42"));
 * }</pre>
 *
 * <p>Thread-safe. While a kill switch is on, or without a sink, there is no thread and no socket.
 */
public final class Aboveboard implements AutoCloseable {
    private final Engine engine;

    Aboveboard(Engine engine) {
        this.engine = engine;
    }

    /**
     * Begins to build.
     *
     * @param serviceName how the maker names the product, such as {@code timetracker}
     * @param serviceVersion its version
     * @return a builder
     * @throws NullPointerException if one is {@code null}
     * @throws IllegalArgumentException if one is blank, over-long or holds control characters
     */
    public static AboveboardBuilder of(String serviceName, String serviceVersion) {
        return new AboveboardBuilder(serviceName, serviceVersion);
    }

    /**
     * Records product events.
     *
     * @return the role, always the same
     */
    public Telemetry telemetry() {
        return engine.telemetry();
    }

    /**
     * Records what came from other processes.
     *
     * @return the role, always the same
     */
    public Ingest ingest() {
        return engine.ingest();
    }

    /**
     * Takes decisions.
     *
     * @return the role, always the same
     */
    public ConsentControl consent() {
        return engine.consent();
    }

    /**
     * Reports the installation.
     *
     * @return the role, always the same
     */
    public BaseTelemetry base() {
        return engine.base();
    }

    /**
     * Shows what there is to see.
     *
     * @return the role, always the same
     */
    public Transparency transparency() {
        return engine.transparency();
    }

    /**
     * Does on the calling thread what a started library does at start and then each second: gives the installation its
     * identity, takes over decisions made elsewhere, records the base telemetry that is due. For what was built without
     * being started.
     */
    public void keepHouse() {
        engine.keepHouse();
    }

    /**
     * Forgets.
     *
     * @return the role, always the same
     */
    public Erasure erasure() {
        return engine.erasure();
    }

    /**
     * Delivers what is waiting: on the library's threads if it was started, else on the calling thread.
     *
     * @param atMost how long to wait for it
     * @return whether something is still waiting
     */
    public FlushOutcome flush(Duration atMost) {
        return engine.flush(Objects.requireNonNull(atMost, "atMost"));
    }

    /**
     * Stops taking events, tries once more to deliver what is waiting, and ends every thread. Bounded; safe to call more
     * than once.
     */
    @Override
    public void close() {
        engine.close();
    }
}
