package io.aboveboard.domain.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Proves(Promise.P4)
class BeatScheduleTest {
    private static final LocalTime THREE = LocalTime.of(3, 0);
    private static final BeatSchedule UTC = new BeatSchedule(THREE, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // last beat, now, is the date served, is a beat due, the next moment at which one is
                "-,          2027-06-10T02:59:59.999Z, false, false, 2027-06-10T03:00:00Z",
                "-,          2027-06-10T03:00:00Z,     false, true,  2027-06-10T03:00:00Z",
                "-,          2027-06-10T23:59:59Z,     false, true,  2027-06-10T23:59:59Z",
                "2027-06-09, 2027-06-10T00:00:00Z,     false, false, 2027-06-10T03:00:00Z",
                "2027-06-09, 2027-06-10T03:00:00Z,     false, true,  2027-06-10T03:00:00Z",
                "2027-06-10, 2027-06-10T03:00:00Z,     true,  false, 2027-06-11T03:00:00Z",
                "2027-06-10, 2027-06-10T23:59:59Z,     true,  false, 2027-06-11T03:00:00Z",
                // beaten by hand, before the time
                "2027-06-10, 2027-06-10T01:00:00Z,     true,  false, 2027-06-11T03:00:00Z",
                // the zone was changed westward: the date comes a second time
                "2027-06-11, 2027-06-10T23:00:00Z,     true,  false, 2027-06-12T03:00:00Z",
                "2027-06-11, 2027-06-10T01:00:00Z,     true,  false, 2027-06-12T03:00:00Z",
                // a clock that was wrong for a while must not silence a year
                "2027-06-12, 2027-06-10T03:00:00Z,     false, true,  2027-06-10T03:00:00Z",
                "2028-06-10, 2027-06-10T02:00:00Z,     false, false, 2027-06-10T03:00:00Z",
                "2028-06-10, 2027-06-10T04:00:00Z,     false, true,  2027-06-10T04:00:00Z",
            })
    void knowsWhetherABeatIsDue(LocalDate last, Instant now, boolean has, boolean due, Instant next) {
        assertThat(UTC.hasBeat(last, now)).as("has a beat").isEqualTo(has);
        assertThat(UTC.isDue(last, now)).as("is due").isEqualTo(due);
        assertThat(UTC.next(last, now)).as("next").isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 40, 365})
    @Fault("F1")
    void catchesUpOnceHoweverLongItWasOff(int days) {
        LocalDate last = LocalDate.of(2027, 6, 10);
        Instant back = last.plusDays(days).atTime(14, 0).toInstant(ZoneOffset.UTC);
        assertThat(UTC.isDue(last, back)).isTrue();
        LocalDate caughtUp = UTC.dateOf(back);
        assertThat(UTC.isDue(caughtUp, back)).isFalse();
        assertThat(UTC.next(caughtUp, back))
                .isEqualTo(last.plusDays(days + 1L).atTime(THREE).toInstant(ZoneOffset.UTC));
    }

    @Test
    @Fault("F1")
    void beatsOnceOnEachDayOfAMachineThatIsOffAtNight() {
        LocalDate last = null;
        int beats = 0;
        for (int day = 1; day <= 30; day++) {
            for (int hour = 8; hour < 20; hour++) {
                Instant now = LocalDate.of(2027, 6, day).atTime(hour, 0).toInstant(ZoneOffset.UTC);
                if (UTC.isDue(last, now)) {
                    assertThat(hour).isEqualTo(8);
                    last = UTC.dateOf(now);
                    beats++;
                }
            }
        }
        assertThat(beats).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        // EET: 03:00 does not exist on the first, comes twice on the second
        "Europe/Helsinki,    2027-03-28, 03:00, 2027-03-28T01:00:00Z",
        "Europe/Helsinki,    2027-03-28, 03:59, 2027-03-28T01:59:00Z",
        "Europe/Helsinki,    2027-10-31, 03:00, 2027-10-31T00:00:00Z",
        "Europe/Helsinki,    2027-10-31, 03:59, 2027-10-31T00:59:00Z",
        // half an hour each
        "Australia/Lord_Howe, 2027-10-03, 02:10, 2027-10-02T15:40:00Z",
        "Australia/Lord_Howe, 2027-04-04, 01:45, 2027-04-03T14:45:00Z",
        // the ends of the day line
        "Pacific/Tongatapu,  2027-06-10, 03:00, 2027-06-09T14:00:00Z",
        "Etc/GMT+12,         2027-06-10, 03:00, 2027-06-10T15:00:00Z",
        "Pacific/Kiritimati, 2027-06-10, 03:00, 2027-06-09T13:00:00Z",
        // midnight itself is left out
        "Africa/Cairo,       2027-04-30, 00:30, 2027-04-29T22:30:00Z"
    })
    @Fault("F2")
    void keepsItsLocalTimeThroughGapsAndOverlaps(ZoneId zone, LocalDate date, LocalTime at, Instant beat) {
        BeatSchedule schedule = new BeatSchedule(at, zone);
        assertThat(schedule.next(date.minusDays(1), beat.minusSeconds(60))).isEqualTo(beat);
        assertThat(schedule.isDue(date.minusDays(1), beat)).isTrue();
        assertThat(schedule.dateOf(beat)).isEqualTo(date);
        assertThat(schedule.isDue(date, beat.plus(Duration.ofHours(1)))).isFalse();
    }

    @Test
    @Fault("F2")
    void goesStraightOverTheDateThatSamoaLeftOut() {
        BeatSchedule apia = new BeatSchedule(THREE, ZoneId.of("Pacific/Apia"));
        LocalDate last = LocalDate.of(2011, 12, 29);
        Instant next = apia.next(last, Instant.parse("2011-12-30T09:00:00Z"));
        assertThat(next).isEqualTo("2011-12-30T13:00:00Z");
        assertThat(apia.dateOf(next)).isEqualTo("2011-12-31");
        assertThat(apia.isDue(last, next)).isTrue();
        assertThat(apia.next(LocalDate.of(2011, 12, 31), next)).isEqualTo("2011-12-31T13:00:00Z");
    }

    @Test
    @Fault("F3")
    void beatsNoSecondTimeWhenTheClockIsSetBack() {
        Instant beaten = Instant.parse("2027-06-10T03:10:00Z");
        assertThat(UTC.isDue(null, beaten)).isTrue();
        Instant setBack = Instant.parse("2027-06-10T02:50:00Z");
        assertThat(UTC.isDue(UTC.dateOf(beaten), setBack)).isFalse();
        assertThat(UTC.isDue(UTC.dateOf(beaten), setBack.plus(Duration.ofMinutes(20))))
                .isFalse();
        assertThat(UTC.isDue(UTC.dateOf(beaten), setBack.minus(Duration.ofHours(5))))
                .isFalse();
    }

    @Test
    @Fault("F3")
    void beatsLateAfterSleepingThroughItsTime() {
        assertThat(UTC.isDue(LocalDate.of(2027, 6, 9), Instant.parse("2027-06-10T07:30:00Z")))
                .isTrue();
    }

    @Test
    void refusesASpreadThatIsNoPartOfADay() {
        for (Duration spread : new Duration[] {Duration.ofNanos(-1), Duration.ofDays(1), Duration.ofDays(2)}) {
            assertThatThrownBy(() -> BeatSchedule.of(THREE, spread, ZoneOffset.UTC, InstallId.random()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("spread: must be at least zero and shorter than a day");
        }
    }
}
