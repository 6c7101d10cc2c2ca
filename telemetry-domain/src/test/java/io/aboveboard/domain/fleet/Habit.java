package io.aboveboard.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How the machine under an installation is run. */
enum Habit {
    ALWAYS_ON {
        @Override
        List<Run> runs(SplittableRandom random, ZoneId zone, int oldest) {
            List<Run> runs = new ArrayList<>();
            Instant up = Period.startOf(0, zone);
            int version = oldest;
            for (int day = 0; day < Period.DAYS; day++) {
                if (random.nextDouble() < RESTARTS_A_DAY) {
                    Instant down = Period.at(day, timeAfter(LocalTime.MIDNIGHT, A_DAY, random), zone);
                    runs.add(new Run(up, down, version));
                    up = down.plusSeconds(random.nextInt(20, 300));
                    version = upgraded(version, random);
                }
            }
            runs.add(new Run(up, Period.startOf(Period.DAYS, zone), version));
            return runs;
        }
    },
    OFF_AT_NIGHT {
        @Override
        List<Run> runs(SplittableRandom random, ZoneId zone, int oldest) {
            List<Run> runs = new ArrayList<>();
            int version = oldest;
            for (int day = 0; day < Period.DAYS; day++) {
                boolean weekend = Period.date(day).getDayOfWeek().getValue() > 5;
                if (random.nextDouble() < (weekend ? 0.4 : 0.95)) {
                    LocalTime on = timeAfter(LocalTime.of(7, 0), Duration.ofHours(3), random);
                    LocalTime off = timeAfter(LocalTime.of(17, 0), Duration.ofHours(6), random);
                    runs.add(new Run(Period.at(day, on, zone), Period.at(day, off, zone), version));
                    version = upgraded(version, random);
                }
            }
            return runs;
        }
    },
    SELDOM_ON {
        @Override
        List<Run> runs(SplittableRandom random, ZoneId zone, int oldest) {
            List<Run> runs = new ArrayList<>();
            for (int day = 0; day < Period.DAYS; day++) {
                if (random.nextDouble() < 0.3) {
                    Instant on = Period.at(day, timeAfter(LocalTime.of(2, 0), Duration.ofHours(14), random), zone);
                    runs.add(new Run(on, on.plusSeconds(random.nextInt(600, 18_000)), oldest));
                }
            }
            return runs;
        }
    };

    private static final double RESTARTS_A_DAY = 0.1;
    private static final Duration A_DAY = Duration.ofHours(23).plusMinutes(50);

    /** The process's life over the whole period, in order. */
    abstract List<Run> runs(SplittableRandom random, ZoneId zone, int oldest);

    static Habit any(SplittableRandom random) {
        double lot = random.nextDouble();
        return lot < 0.84 ? ALWAYS_ON : lot < 0.97 ? OFF_AT_NIGHT : SELDOM_ON;
    }

    private static LocalTime timeAfter(LocalTime begin, Duration within, SplittableRandom random) {
        return begin.plusNanos(random.nextLong(within.toNanos()));
    }

    private static int upgraded(int version, SplittableRandom random) {
        return random.nextDouble() < 0.2 ? Math.max(0, version - 1) : version;
    }
}
