package io.aboveboard.domain.engine;

import io.aboveboard.domain.port.DeliveryState.Phase;
import java.time.Duration;

/**
 * Tells people that delivery fails: once when it begins or turns, then once an hour with a summary, however often it is
 * tried. The status always shows the latest reason. Thread-safe.
 */
final class Outage {
    private static final Duration SUMMARY = Duration.ofHours(1);

    private final Warnings warnings;
    private final Clocks clocks;
    private Phase phase = Phase.OK;
    private int attempts;
    private long beganAt;
    private long toldAt;
    private boolean remarked;
    private long remarkedAt;

    Outage(Warnings warnings, Clocks clocks) {
        this.warnings = warnings;
        this.clocks = clocks;
    }

    synchronized void failed(Phase nowIn, String message) {
        long now = clocks.nanos();
        beganAt = attempts == 0 ? now : beganAt;
        attempts++;
        boolean isTurn = nowIn != phase;
        if (isTurn || now - toldAt >= SUMMARY.toNanos()) {
            phase = nowIn;
            toldAt = now;
            warnings.raise(Warnings.Topic.DELIVERY, isTurn ? message : message + summary(now));
        } else {
            warnings.amend(Warnings.Topic.DELIVERY, message);
        }
    }

    /** Delivery goes on. What a person should still know of it may be nothing. */
    synchronized void over(String remark) {
        attempts = 0;
        phase = Phase.OK;
        if (remark.isEmpty()) {
            warnings.settle(Warnings.Topic.DELIVERY);
        } else {
            remark(remark);
        }
    }

    /** A receiver that remarks on every batch, each time in other words, is heard once an hour. */
    private void remark(String remark) {
        long now = clocks.nanos();
        if (remarked && now - remarkedAt < SUMMARY.toNanos()) {
            warnings.amend(Warnings.Topic.DELIVERY, remark);
        } else {
            remarked = true;
            remarkedAt = now;
            warnings.raise(Warnings.Topic.DELIVERY, remark);
        }
    }

    private String summary(long now) {
        return " (" + attempts + " attempts in "
                + Duration.ofNanos(now - beganAt).toMinutes() + " minutes)";
    }
}
