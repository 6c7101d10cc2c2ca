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
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a whole year in every zone the JDK knows; zones that share their rules count once. */
@Proves(Promise.P4)
@Fault("F2")
class BeatEverywhereTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

    @ParameterizedTest
    @ValueSource(strings = {"03:00", "00:00", "00:30", "02:15", "23:59:59.999"})
    void beatsExactlyOnceOnEachDateWhenWokenAtTheNextBeat(LocalTime at) {
        assertThat(zones()).hasSizeGreaterThan(200).allSatisfy(zone -> {
            BeatSchedule schedule = new BeatSchedule(at, zone);
            List<LocalDate> beats = new ArrayList<>();
            LocalDate last = FIRST.minusDays(1);
            Instant now = FIRST.atStartOfDay(zone).toInstant();
            while (last.isBefore(LAST)) {
                now = schedule.next(last, now);
                assertThat(schedule.isDue(last, now)).as("due at %s", now).isTrue();
                last = schedule.dateOf(now);
                beats.add(last);
            }
            assertThat(beats).isEqualTo(datesWith(at, zone));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"03:00", "00:15", "02:10"})
    void beatsExactlyOnceOnEachDateWhenLookedAtEachHour(LocalTime at) {
        assertThat(zones()).allSatisfy(zone -> {
            BeatSchedule schedule = new BeatSchedule(at, zone);
            List<LocalDate> beats = new ArrayList<>();
            Instant end = LAST.plusDays(1).atStartOfDay(zone).toInstant();
            LocalDate last = null;
            for (Instant now = FIRST.atStartOfDay(zone).toInstant();
                    now.isBefore(end);
                    now = now.plus(Duration.ofHours(1))) {
                if (schedule.isDue(last, now)) {
                    last = schedule.dateOf(now);
                    beats.add(last);
                }
            }
            assertThat(beats).isEqualTo(datesWith(at, zone));
        });
    }

    /** In Greenland the last hour of a date in spring is left out, and with it a beat at that hour. */
    private static List<LocalDate> datesWith(LocalTime at, ZoneId zone) {
        return FIRST.datesUntil(LAST.plusDays(1))
                .filter(date -> date.atTime(at).atZone(zone).toLocalDate().equals(date))
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
