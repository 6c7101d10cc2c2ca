package io.aboveboard.domain.fleet;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.BeatSchedule;
import java.time.Instant;
import java.util.List;

/**
 * One installation and all that befalls it.
 *
 * @param schedule when it beats, its own offset included
 * @param zone the number of its zone
 * @param environment the number of its environment
 * @param runs when its process runs
 * @param network when it has a way out
 * @param isNew whether it is installed within the period
 */
record Site(BeatSchedule schedule, int zone, int environment, List<Run> runs, Network network, boolean isNew) {

    /** When a record of a moment in a run is delivered, or {@code null} if it still waits at the end. */
    @Nullable
    Instant deliveryOf(Instant occurred) {
        for (Run run : runs) {
            if (run.to().isAfter(occurred)) {
                Instant wanted = occurred.isAfter(run.from()) ? occurred : run.from();
                Instant through = network.through(wanted);
                if (through.isBefore(run.to())) {
                    return through;
                }
            }
        }
        return null;
    }
}
