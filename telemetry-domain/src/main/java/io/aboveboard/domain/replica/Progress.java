package io.aboveboard.domain.replica;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.Milestone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an installation has reached: it only ever grows, so what was reached in two places is put together.
 *
 * @param id whose progress; nothing is added to any other
 * @param lastBeat the local date of the latest heartbeat
 * @param milestones what was reached when
 */
record Progress(@Nullable InstallId id, @Nullable LocalDate lastBeat, Map<Milestone, Instant> milestones) {
    Progress {
        milestones = Map.copyOf(milestones);
    }

    static Progress of(Installation installation) {
        Map<Milestone, Instant> milestones = new EnumMap<>(Milestone.class);
        for (Milestone milestone : Milestone.values()) {
            installation.reached(milestone).ifPresent(at -> milestones.put(milestone, at));
        }
        return new Progress(
                installation.id().orElse(null), installation.lastBeat().orElse(null), milestones);
    }

    Installation addedTo(Installation other) {
        if (id == null || !id.equals(other.id().orElse(null))) {
            return other;
        }
        Installation sum = other;
        for (Milestone milestone : milestones.keySet()) {
            sum = other.reached(milestone).isPresent() ? sum : sum.withReached(milestone, milestones.get(milestone));
        }
        LocalDate there = other.lastBeat().orElse(LocalDate.MIN);
        return lastBeat != null && lastBeat.isAfter(there) ? sum.withLastBeat(lastBeat) : sum;
    }
}
