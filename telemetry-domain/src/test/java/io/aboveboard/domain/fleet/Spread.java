package io.aboveboard.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How evenly the beats of a zone fill the window, minute by minute, catch-ups and late deliveries apart. */
final class Spread {
    static final int LARGE = 20_000;

    private static final int MINUTES = (int) Sites.SPREAD.toMinutes();

    /** Where the clock goes through one of its hours twice during the window, the end of it comes an hour late. */
    private static final int LONGEST = MINUTES + 60;

    /**
     * One zone on one date.
     *
     * @param zone the number of the zone
     * @param day the number of the date
     * @param beats in the whole window
     * @param peak in its fullest minute
     */
    record Window(int zone, int day, int beats, int peak) {
        double mean() {
            return (double) beats / MINUTES;
        }

        double peakToMean() {
            return peak / mean();
        }
    }

    private final Zones zones;
    private final int[][][] counts;
    private final Instant[][] begins;

    Spread(Zones zones) {
        this.zones = zones;
        counts = new int[zones.count()][Period.DAYS][LONGEST];
        begins = new Instant[zones.count()][Period.DAYS];
        for (int zone = 0; zone < zones.count(); zone++) {
            for (int day = 0; day < Period.DAYS; day++) {
                begins[zone][day] = Period.at(day, Sites.BEAT_AT, zones.id(zone));
            }
        }
    }

    void beat(Site site, Beat beat) {
        int day = (int) (beat.date().toEpochDay() - Period.FIRST.toEpochDay());
        int minute = (int)
                Duration.between(begins[site.zone()][day], beat.occurred()).toMinutes();
        counts[site.zone()][day][minute]++;
    }

    /** The windows of all zones of {@value #LARGE} installations or more. */
    List<Window> large() {
        return IntStream.range(0, zones.count())
                .filter(zone -> zones.size(zone) >= LARGE)
                .boxed()
                .flatMap(zone -> IntStream.range(0, Period.DAYS).mapToObj(day -> window(zone, day)))
                .toList();
    }

    private Window window(int zone, int day) {
        int[] minutes = counts[zone][day];
        return new Window(
                zone,
                day,
                Arrays.stream(minutes).sum(),
                Arrays.stream(minutes).max().orElseThrow());
    }
}
