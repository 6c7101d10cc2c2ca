package io.aboveboard.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.BeatSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What watches a fleet notices what it is there for. */
class WatchersTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");
    private static final Site SITE = new Site(
            new BeatSchedule(LocalTime.of(3, 0), ZONE),
            0,
            0,
            List.of(new Run(Period.startOf(0, ZONE), Period.startOf(Period.DAYS, ZONE), 0)),
            Network.any(new SplittableRandom(1), ZONE),
            false);

    @Test
    void findsNothingWhereEachDateHasItsBeat() {
        Dates dates = watched(beats());
        assertThat(List.of(dates.expected(), dates.beats())).containsOnly((long) Period.DAYS);
        assertThat(List.of(dates.without(), dates.twice(), dates.unexpected())).containsOnly(0L);
    }

    @Test
    void noticesADateWithoutABeat() {
        List<Beat> beats = beats();
        beats.remove(5);
        assertThat(watched(beats).without()).isOne();
    }

    @Test
    void noticesADateWithTwoBeats() {
        List<Beat> beats = beats();
        beats.add(beats.get(5));
        assertThat(watched(beats).twice()).isOne();
    }

    @Test
    void noticesABeatOnADateOnWhichNothingRan() {
        Dates dates = new Dates();
        dates.look(new Site(SITE.schedule(), 0, 0, List.of(), SITE.network(), false), beats());
        assertThat(dates.unexpected()).isEqualTo(Period.DAYS);
    }

    @Test
    void noticesAMinuteThatIsFullerThanOthers() {
        Spread spread = new Spread(Zones.few(30_000));
        for (int i = 0; i < 600; i++) {
            spread.beat(SITE, beat(0, Duration.ofSeconds(i * 6L)));
        }
        assertThat(spread.large().get(0).peakToMean()).isEqualTo(1.0);
        for (int i = 0; i < 10; i++) {
            spread.beat(SITE, beat(0, Duration.ofMinutes(30).plusSeconds(i)));
        }
        assertThat(spread.large().get(0).peak()).isEqualTo(20);
        assertThat(spread.large().get(0).peakToMean()).isBetween(1.9, 2.0);
    }

    @Test
    void givesWhatIsDeliveredOldAStreamOfItsOwn() {
        Streams streams = new Streams();
        Beat beat = beat(0, Duration.ZERO);
        streams.request(0, beat, beat.occurred().plus(Streams.YOUNG));
        streams.request(0, beat, beat.occurred().plus(Streams.YOUNG));
        assertThat(streams.atMost()).isEqualTo(1);
        streams.request(0, beat, beat.occurred().plus(Streams.YOUNG).plusSeconds(1));
        streams.request(0, beat, beat.occurred().plus(Streams.YOUNG).plusSeconds(2));
        assertThat(streams.ownAtMost()).isEqualTo(2);
        assertThat(streams.atMost()).isEqualTo(3);
        assertThat(streams.old()).isEqualTo(2);
    }

    @Test
    void makesTheSameFleetOfTheSameSeedAndAnotherOfAnother() {
        assertThat(schedulesOf(7)).isEqualTo(schedulesOf(7)).isNotEqualTo(schedulesOf(8));
    }

    private static List<BeatSchedule> schedulesOf(long seed) {
        Sites sites = new Sites(Zones.world(100), seed);
        List<BeatSchedule> schedules = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            schedules.add(sites.site(i).schedule());
        }
        return schedules;
    }

    private static Dates watched(List<Beat> beats) {
        Dates dates = new Dates();
        dates.look(SITE, beats);
        return dates;
    }

    private static List<Beat> beats() {
        List<Beat> beats = new ArrayList<>();
        for (int day = 0; day < Period.DAYS; day++) {
            beats.add(beat(day, Duration.ZERO));
        }
        return beats;
    }

    private static Beat beat(int day, Duration afterThree) {
        Instant three = Period.at(day, LocalTime.of(3, 0), ZONE);
        return new Beat(Period.date(day), three.plus(afterThree), 0, false);
    }
}
