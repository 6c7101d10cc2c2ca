package io.aboveboard.adapter.consent.file;

import java.time.Duration;

/**
 * A bounded supply of pauses, each twice as long as the one before. The bound is the sum of the pauses, so that no clock
 * is needed. Not thread-safe; one for each thing waited for.
 */
final class Patience {
    private static final Duration FIRST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(200);

    private final Pauser pauser;
    private final Duration longest;
    private Duration left;
    private Duration next = FIRST;

    Patience(Pauser pauser, Duration total) {
        this(pauser, total, LONGEST);
    }

    /**
     * A supply of pauses that stay short, for what will not take long.
     *
     * @param pauser lets time pass
     * @param total the sum of all pauses
     * @param longest the longest of them
     */
    Patience(Pauser pauser, Duration total, Duration longest) {
        this.pauser = pauser;
        this.left = total;
        this.longest = longest;
    }

    /**
     * Pauses, unless the patience is used up.
     *
     * @return whether another attempt is due
     */
    boolean waits() {
        if (left.isZero()) {
            return false;
        }
        Duration pause = shorter(next, left);
        pauser.pause(pause);
        left = left.minus(pause);
        next = shorter(pause.multipliedBy(2), longest);
        return true;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
