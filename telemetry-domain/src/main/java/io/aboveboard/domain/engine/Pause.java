package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.DeliveryMemo;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.DeliveryState.Phase;
import io.aboveboard.domain.record.RecordUid;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How delivery fares and when it may be tried again. Deadlines are monotonic; wall time is only what is remembered and
 * shown. Thread-safe.
 */
final class Pause {
    static final Duration PROBE_WHILE_PARKED = Duration.ofHours(1);

    private final Clocks clocks;
    private final Backoff backoff;
    private final RandomGenerator random;
    private int failures;
    private long pausedAt;
    private Duration pause = Duration.ZERO;
    private Duration asked = Duration.ZERO;
    private DeliveryState state = DeliveryState.IDLE;
    private @Nullable Instant notBefore;

    Pause(Clocks clocks, Backoff backoff, RandomGenerator random) {
        this.clocks = clocks;
        this.backoff = backoff;
        this.random = random;
    }

    synchronized void succeeded() {
        failures = 0;
        pause = Duration.ZERO;
        asked = Duration.ZERO;
        notBefore = null;
        state = new DeliveryState(Phase.OK, "", null, null);
    }

    synchronized Duration failed(String reason, Duration atLeast) {
        failures++;
        return begin(Phase.RETRYING, reason, backoff.delay(failures, atLeast, random), Backoff.bounded(atLeast));
    }

    synchronized Duration parked(String reason) {
        failures++;
        return begin(Phase.PARKED, reason, PROBE_WHILE_PARKED, Duration.ZERO);
    }

    /** Somebody asks to try now, which only the receiver's own wish stands against. */
    synchronized void cut() {
        pause = asked;
    }

    /** How long it still is; zero if delivery may be tried. */
    synchronized Duration left() {
        Duration left = pause.minusNanos(clocks.nanos() - pausedAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized boolean isParked() {
        return state.phase() == Phase.PARKED;
    }

    synchronized DeliveryState state() {
        return state;
    }

    /** What must outlive a restart. */
    synchronized DeliveryMemo memo(Map<RecordUid, Instant> refusedOnce) {
        return new DeliveryMemo(state, failures, notBefore, refusedOnce);
    }

    /** Goes on where the process before ended; a restart tries at once what was parked. */
    synchronized void restore(DeliveryMemo memo) {
        failures = memo.failures();
        state = memo.state();
        notBefore = memo.notBefore();
        pausedAt = clocks.nanos();
        asked = until(notBefore);
        pause = state.phase() == Phase.RETRYING ? until(state.nextAttemptAt()) : asked;
    }

    /** A wall clock that was set back must not make a pause longer than any that could have been begun. */
    private Duration until(@Nullable Instant moment) {
        if (moment == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clocks.now(), moment);
        return left.isNegative() ? Duration.ZERO : Backoff.bounded(left);
    }

    private Duration begin(Phase phase, String reason, Duration whole, Duration askedFor) {
        Instant now = clocks.now();
        pausedAt = clocks.nanos();
        pause = whole;
        asked = askedFor;
        notBefore = askedFor.isZero() ? null : now.plus(askedFor);
        state = new DeliveryState(phase, reason, now, now.plus(whole));
        return whole;
    }
}
