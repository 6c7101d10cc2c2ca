package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.installation.InstallationReading;
import java.time.Duration;

/**
 * For a while after the installation went out of reach, what the last decision allowed may still be recorded, though not
 * sent: a database that is started anew should cost no events. Thread-safe.
 */
final class Grace {
    static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clocks clocks;
    private @Nullable Decision confirmed;
    private long confirmedAt;

    Grace(Clocks clocks) {
        this.clocks = clocks;
    }

    /** The decision under which events may be recorded. */
    synchronized Decision recordable(InstallationReading reading, Decision detailed) {
        if (!(reading instanceof InstallationReading.Remembered)) {
            confirmed = detailed;
            confirmedAt = clocks.nanos();
            return detailed;
        }
        boolean lasts = clocks.nanos() - confirmedAt < LONGEST.toNanos();
        return lasts && confirmed instanceof Clearance clearance ? clearance : detailed;
    }
}
