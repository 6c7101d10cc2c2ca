package io.aboveboard.domain.fleet;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.installation.InstallId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes the installations of a fleet: the same seed gives the same fleet. Immutable. */
final class Sites {
    static final LocalTime BEAT_AT = LocalTime.of(3, 0);
    static final Duration SPREAD = Duration.ofHours(1);
    static final int VERSIONS = 40;
    static final int ENVIRONMENTS = 3;

    private static final double NEW = 0.04;
    private static final int NEWEST_MOST_LIKELY = 3;

    private final Zones zones;
    private final long seed;

    Sites(Zones zones, long seed) {
        this.zones = zones;
        this.seed = seed;
    }

    Site site(int index) {
        SplittableRandom random = new SplittableRandom(seed + index);
        int zone = zones.zoneOf(index);
        ZoneId id = zones.id(zone);
        BeatSchedule schedule = BeatSchedule.of(BEAT_AT, SPREAD, id, installId(random));
        int version = (int) (VERSIONS * Math.pow(random.nextDouble(), NEWEST_MOST_LIKELY));
        List<Run> runs = Habit.any(random).runs(random, id, version);
        boolean isNew = random.nextDouble() < NEW;
        if (isNew) {
            runs = since(installed(random, id), runs);
        }
        return new Site(schedule, zone, environment(random), runs, Network.any(random, id), isNew);
    }

    private static InstallId installId(SplittableRandom random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new InstallId(new UUID(high, low));
    }

    private static int environment(SplittableRandom random) {
        double lot = random.nextDouble();
        return lot < 0.96 ? 0 : lot < 0.99 ? 1 : 2;
    }

    private static Instant installed(SplittableRandom random, ZoneId zone) {
        LocalTime time = LocalTime.of(8, 0).plusSeconds(random.nextInt(12 * 3_600));
        return Period.at(random.nextInt(Period.DAYS), time, zone);
    }

    private static List<Run> since(Instant installed, List<Run> runs) {
        return runs.stream()
                .filter(run -> run.to().isAfter(installed))
                .map(run -> run.from().isBefore(installed) ? new Run(installed, run.to(), run.version()) : run)
                .toList();
    }
}
