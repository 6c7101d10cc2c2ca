package io.aboveboard.domain.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a whole year in every zone the JDK knows; zones that share their rules count once. */
@Proves(Promise.P4)
@Fault("F2")
class BeatEverywhereTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final Duration LOOK = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(strings = {"03:00", "00:00", "00:30", "02:15", "23:59:59.999"})
    void beatsExactlyOnceOnEachDateWhenWokenAtTheNextBeat(LocalTime at) {
        assertThat(zones()).hasSizeGreaterThan(200).allSatisfy(zone -> {
            List<LocalDate> beats = beatsWhenWoken(new BeatSchedule(at, zone), FIRST, LAST);
            assertThat(beats).isEqualTo(datesWith(at, zone, FIRST, LAST, Duration.ZERO));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"03:00", "00:15", "02:10"})
    void beatsExactlyOnceOnEachDateWhenLookedAtEachHour(LocalTime at) {
        assertThat(zones()).allSatisfy(zone -> {
            List<LocalDate> beats = beatsWhenLookedAt(new BeatSchedule(at, zone), FIRST, LAST, Duration.ofHours(1));
            assertThat(beats).isEqualTo(datesWith(at, zone, FIRST, LAST, Duration.ZERO));
        });
    }

    @Test
    void beatsExactlyOnceOnEachDateAroundEachChangeOfTheClocks() {
        assertThat(zones().stream().flatMap(BeatEverywhereTest::changesOf))
                .hasSizeGreaterThan(100)
                .allSatisfy(change -> timesAround(change.transition())
                        .forEach(at -> assertOneBeatADate(new BeatSchedule(at, change.zone()), change.date())));
    }

    private record Change(ZoneId zone, ZoneOffsetTransition transition) {
        LocalDate date() {
            return transition.getDateTimeBefore().toLocalDate();
        }
    }

    private static Stream<Change> changesOf(ZoneId zone) {
        Instant end = LAST.plusDays(1).atStartOfDay(zone).toInstant();
        return Stream.iterate(
                        zone.getRules().nextTransition(FIRST.atStartOfDay(zone).toInstant()),
                        change -> change != null && change.getInstant().isBefore(end),
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .map(change -> new Change(zone, change));
    }

    /** Before, within and after the time that is left out or comes twice. */
    private static Stream<LocalTime> timesAround(ZoneOffsetTransition change) {
        LocalTime before = change.getDateTimeBefore().toLocalTime();
        LocalTime after = change.getDateTimeAfter().toLocalTime();
        LocalTime within = before.plus(change.getDuration().dividedBy(2));
        return Stream.of(before, after)
                .flatMap(edge -> Stream.of(edge.minusNanos(1_000_000), edge, edge.plusNanos(1_000_000)))
                .flatMap(at -> Stream.of(at, within));
    }

    private static void assertOneBeatADate(BeatSchedule schedule, LocalDate change) {
        LocalDate first = change.minusDays(2);
        LocalDate last = change.plusDays(2);
        assertThat(beatsWhenWoken(schedule, first, last))
                .as("%s woken", schedule)
                .isEqualTo(datesWith(schedule.at(), schedule.zone(), first, last, Duration.ZERO));
        assertThat(beatsWhenLookedAt(schedule, first, last, LOOK))
                .as("%s looked at", schedule)
                .isEqualTo(datesWith(schedule.at(), schedule.zone(), first, last, LOOK));
    }

    private static List<LocalDate> beatsWhenWoken(BeatSchedule schedule, LocalDate from, LocalDate to) {
        List<LocalDate> beats = new ArrayList<>();
        LocalDate last = from.minusDays(1);
        Instant now = from.atStartOfDay(schedule.zone()).toInstant();
        while (last.isBefore(to)) {
            now = schedule.next(last, now);
            assertThat(schedule.isDue(last, now)).as("due at %s", now).isTrue();
            last = schedule.dateOf(now);
            beats.add(last);
        }
        return beats;
    }

    private static List<LocalDate> beatsWhenLookedAt(
            BeatSchedule schedule, LocalDate from, LocalDate to, Duration interval) {
        List<LocalDate> beats = new ArrayList<>();
        Instant end = to.plusDays(1).atStartOfDay(schedule.zone()).toInstant();
        LocalDate last = null;
        for (Instant now = from.atStartOfDay(schedule.zone()).toInstant();
                now.isBefore(end);
                now = now.plus(interval)) {
            if (schedule.isDue(last, now)) {
                last = schedule.dateOf(now);
                beats.add(last);
            }
        }
        return beats;
    }

    /**
     * The dates that have the beat time, and so much time left after it. In Greenland the last hour of a date in spring is
     * left out, and with it a beat at that hour.
     */
    private static List<LocalDate> datesWith(
            LocalTime at, ZoneId zone, LocalDate first, LocalDate last, Duration left) {
        return first.datesUntil(last.plusDays(1))
                .filter(date ->
                        date.atTime(at).atZone(zone).plus(left).toLocalDate().equals(date))
                .toList();
    }

    private static List<ZoneId> zones() {
        Map<ZoneRules, ZoneId> byRules = new LinkedHashMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .forEach(zone -> byRules.put(zone.getRules(), zone));
        byRules.put(ZoneOffset.MAX.getRules(), ZoneOffset.MAX);
        byRules.put(ZoneOffset.MIN.getRules(), ZoneOffset.MIN);
        return List.copyOf(byRules.values());
    }
}
