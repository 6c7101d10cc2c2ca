package io.aboveboard.adapter.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Date after date, by the rules of the zones and by what the domain holds to be due. */
class EveryDateOnceTest {
    @Fault("F2")
    @Proves(Promise.P4)
    @ParameterizedTest
    @MethodSource("restlessSchedules")
    void firesOnEveryDateOfTwoYearsOnceAndWhenTheBeatIsDue(BeatSchedule schedule) {
        assertEachDateHasOneDueFire(schedule, LocalDate.of(2026, 6, 1), LocalDate.of(2028, 6, 1));
    }

    static Stream<BeatSchedule> restlessSchedules() {
        return Stream.of(
                        "Europe/Helsinki",
                        "Europe/Athens",
                        "Europe/Dublin",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Pacific/Tongatapu",
                        "Pacific/Auckland",
                        "Pacific/Chatham",
                        "Pacific/Kiritimati",
                        "Etc/GMT+12",
                        "America/St_Johns",
                        "America/Santiago",
                        "Africa/Cairo",
                        "Africa/Casablanca",
                        "Antarctica/Troll",
                        "Asia/Kathmandu",
                        "+13:00",
                        "-12:00",
                        "UTC+05:45")
                .map(ZoneId::of)
                .flatMap(zone -> Stream.of(
                                LocalTime.of(0, 0), LocalTime.of(2, 15), LocalTime.of(3, 0), LocalTime.of(3, 30, 17))
                        .map(at -> new BeatSchedule(at, zone)));
    }

    @Fault("F2")
    @Proves(Promise.P4)
    @Test
    void firesOnEveryDateOfAYearOnceInEveryZoneOfTheJdk() {
        LocalDate begin = LocalDate.of(2027, 1, 15);
        zonesThatDiffer()
                .map(zone -> new BeatSchedule(LocalTime.of(3, 0), zone))
                .forEach(schedule -> assertEachDateHasOneDueFire(schedule, begin, begin.plusYears(1)));
    }

    /** One of each set of names for the same rules. */
    private static Stream<ZoneId> zonesThatDiffer() {
        Map<ZoneRules, ZoneId> byRules = new HashMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.equals(UnknownZone.ID))
                .sorted()
                .map(ZoneId::of)
                .forEach(zone -> byRules.putIfAbsent(zone.getRules(), zone));
        return byRules.values().stream();
    }

    private static void assertEachDateHasOneDueFire(BeatSchedule schedule, LocalDate begin, LocalDate end) {
        Instant begun = Fires.noon(begin, schedule.zone());
        LocalDate last = begin;
        for (Instant fire : Fires.of(schedule, begun, end)) {
            assertThat(schedule.isDue(last, fire))
                    .as("%s due at %s after %s", schedule, fire, last)
                    .isTrue();
            assertThat(schedule.dateOf(fire)).as("%s", schedule).isEqualTo(last.plusDays(1));
            last = schedule.dateOf(fire);
        }
        assertThat(last).as("%s", schedule).isEqualTo(end);
    }
}
