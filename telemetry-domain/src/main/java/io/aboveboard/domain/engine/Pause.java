package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.DeliveryState.Phase;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How delivery fares and when it may be tried again. The deadline is monotonic. Thread-safe. */
final class Pause {
    static final Duration PROBE_WHILE_PARKED = Duration.ofHours(1);

    private final Clocks clocks;
    private final Backoff backoff;
    private final RandomGenerator random;
    private int failures;
    private @Nullable Long untilNanos;
    private DeliveryState state = DeliveryState.IDLE;

    Pause(Clocks clocks, Backoff backoff, RandomGenerator random) {
        this.clocks = clocks;
        this.backoff = backoff;
        this.random = random;
    }

    synchronized void succeeded() {
        failures = 0;
        untilNanos = null;
        state = new DeliveryState(Phase.OK, "", null);
    }

    synchronized Duration failed(String reason, Duration atLeast) {
        failures++;
        return begin(Phase.RETRYING, reason, backoff.delay(failures, atLeast, random));
    }

    synchronized Duration parked(String reason) {
        failures++;
        return begin(Phase.PARKED, reason, PROBE_WHILE_PARKED);
    }

    /** Somebody asks to try now. */
    synchronized void cut() {
        untilNanos = null;
    }

    /** How long it still is; zero if delivery may be tried. */
    synchronized Duration left() {
        return untilNanos == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, untilNanos - clocks.nanos()));
    }

    synchronized boolean isParked() {
        return state.phase() == Phase.PARKED;
    }

    synchronized DeliveryState state() {
        return state;
    }

    private Duration begin(Phase phase, String reason, Duration pause) {
        untilNanos = clocks.nanos() + pause.toNanos();
        state = new DeliveryState(phase, reason, clocks.now().plus(pause));
        return pause;
    }
}
