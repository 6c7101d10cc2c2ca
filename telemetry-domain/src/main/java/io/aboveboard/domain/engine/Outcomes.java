package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.DropReason;
import java.util.Arrays;

/** What became of each of several events: why it was dropped, or null where it was stored. Not thread-safe. */
final class Outcomes {
    private final @Nullable DropReason[] reasons;

    Outcomes(int events) {
        this.reasons = new DropReason[events];
    }

    static Outcomes allDropped(int events, DropReason reason) {
        Outcomes outcomes = new Outcomes(events);
        Arrays.fill(outcomes.reasons, reason);
        return outcomes;
    }

    void drop(int event, DropReason reason) {
        reasons[event] = reason;
    }

    @Nullable
    DropReason of(int event) {
        return reasons[event];
    }
}
