package io.aboveboard.adapter.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.HeartbeatSchedulerException;
import io.aboveboard.testkit.marks.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.spi.OperableTrigger;

class DailyTriggerTest {
    private static final LocalDate EUROPEAN_GAP = LocalDate.of(2027, 3, 28);
    private static final LocalDate EUROPEAN_OVERLAP = LocalDate.of(2027, 10, 31);
    private static final Duration ALLOWANCE = Duration.ofMillis(5);

    @Fault("F2")
    @ParameterizedTest
    @CsvSource({
        "Europe/Helsinki, 03:00, 04:00",
        "Europe/Helsinki, 03:30, 04:30",
        "Europe/Athens, 03:00, 04:00",
        "Europe/Kyiv, 03:30, 04:30",
        "EET, 03:00, 04:00",
        "Europe/Helsinki, 02:59, 02:59",
        "Europe/Berlin, 02:30, 03:30",
        "Europe/Berlin, 03:00, 03:00"
    })
    void firesOnceOnTheDayOfTheGapAndAtTheUsualTimeAfterIt(ZoneId zone, LocalTime at, LocalTime onTheDay) {
        List<LocalDateTime> fires = localFires(
                new BeatSchedule(at, zone), Fires.noon(EUROPEAN_GAP.minusDays(2), zone), EUROPEAN_GAP.plusDays(2));

        assertThat(fires)
                .containsExactly(
                        late(EUROPEAN_GAP.minusDays(1), at),
                        late(EUROPEAN_GAP, onTheDay),
                        late(EUROPEAN_GAP.plusDays(1), at),
                        late(EUROPEAN_GAP.plusDays(2), at));
    }

    @Fault("F2")
    @ParameterizedTest
    @CsvSource({"Europe/Helsinki, 03:00", "Europe/Athens, 03:30", "EET, 03:59", "Europe/Berlin, 02:30"})
    void firesOnceOnTheDayOfTheOverlap(ZoneId zone, LocalTime at) {
        List<LocalDateTime> fires = localFires(
                new BeatSchedule(at, zone),
                Fires.noon(EUROPEAN_OVERLAP.minusDays(2), zone),
                EUROPEAN_OVERLAP.plusDays(1));

        assertThat(fires)
                .containsExactly(
                        late(EUROPEAN_OVERLAP.minusDays(1), at),
                        late(EUROPEAN_OVERLAP, at),
                        late(EUROPEAN_OVERLAP.plusDays(1), at));
    }

    @Fault("F2")
    @ParameterizedTest
    @CsvSource({
        // EET leaves the hour out, and has it twice
        "Europe/Helsinki,     2027-03-28, 03:00, 2027-03-28T01:00:00Z",
        "Europe/Helsinki,     2027-10-31, 03:00, 2027-10-31T00:00:00Z",
        "Europe/Helsinki,     2027-10-31, 03:59, 2027-10-31T00:59:00Z",
        // half an hour each
        "Australia/Lord_Howe, 2027-10-03, 02:10, 2027-10-02T15:40:00Z",
        "Australia/Lord_Howe, 2027-04-04, 01:45, 2027-04-03T14:45:00Z",
        "Australia/Lord_Howe, 2027-10-03, 03:00, 2027-10-02T16:00:00Z",
        // the ends of the day line
        "Pacific/Tongatapu,   2027-06-10, 03:00, 2027-06-09T14:00:00Z",
        "Pacific/Kiritimati,  2027-06-10, 03:00, 2027-06-09T13:00:00Z",
        "Etc/GMT+12,          2027-06-10, 03:00, 2027-06-10T15:00:00Z"
    })
    void firesOnceOnTheDateAndAtTheMomentThatTheScheduleNames(ZoneId zone, LocalDate date, LocalTime at, Instant beat) {
        BeatSchedule schedule = new BeatSchedule(at, zone);
        List<Instant> fires = Fires.of(schedule, Fires.noon(date.minusDays(1), zone), date);

        assertThat(schedule.next(date.minusDays(1), Fires.noon(date.minusDays(1), zone)))
                .isEqualTo(beat);
        assertThat(fires).containsExactly(beat.plus(ALLOWANCE));
    }

    @Fault("F2")
    @ParameterizedTest
    @ValueSource(strings = {"2027-03-27", "2027-03-28", "2027-03-29"})
    void keepsTheTimeOfTheScheduleWhenItBeginsAroundTheGap(LocalDate begun) {
        ZoneId helsinki = ZoneId.of("Europe/Helsinki");
        LocalTime at = LocalTime.of(3, 30);

        List<LocalDateTime> fires =
                localFires(new BeatSchedule(at, helsinki), Fires.noon(begun, helsinki), LocalDate.of(2027, 5, 31));

        assertThat(fires.stream().filter(fire -> !fire.toLocalDate().equals(EUROPEAN_GAP)))
                .allMatch(fire -> fire.toLocalTime().equals(late(begun, at).toLocalTime()));
    }

    @Test
    void wouldStayShiftedIfItStartedOnTheGapDay() {
        ZoneId helsinki = ZoneId.of("Europe/Helsinki");
        Instant shifted = EUROPEAN_GAP.atTime(3, 0).atZone(helsinki).toInstant();

        OperableTrigger naive = DailyTrigger.startingAt(shifted, helsinki);
        Instant aMonthOn = naive.getFireTimeAfter(Date.from(shifted.plus(Duration.ofDays(30))))
                .toInstant();

        assertThat(aMonthOn.atZone(helsinki).toLocalTime()).isEqualTo(LocalTime.of(4, 0));
    }

    @Fault("F2")
    @Test
    void takesUpAgainAfterADateThatTheZoneNeverHad() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        LocalTime at = LocalTime.of(3, 0);

        List<LocalDateTime> fires = localFires(
                new BeatSchedule(at, apia), Fires.noon(LocalDate.of(2011, 12, 28), apia), LocalDate.of(2012, 1, 1));

        assertThat(fires)
                .extracting(LocalDateTime::toLocalDate)
                .containsExactly(LocalDate.of(2011, 12, 29), LocalDate.of(2011, 12, 31), LocalDate.of(2012, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"Z, 0", "+13:00, 46800", "-12:00, -43200", "UTC+03:00, 10800", "GMT-11:30, -41400", "+05:45:30, 20730"})
    void takesAFixedOffsetForWhatItIs(ZoneId zone, int seconds) {
        Instant now = Instant.parse("2027-06-01T12:00:00Z");

        Instant next = DailyTrigger.after(now, new BeatSchedule(LocalTime.of(3, 0), zone))
                .getNextFireTime()
                .toInstant();

        assertThat(next.atOffset(ZoneOffset.ofTotalSeconds(seconds)).toLocalTime())
                .isEqualTo(LocalTime.of(3, 0).plus(ALLOWANCE));
    }

    @Fault("F4")
    @Test
    void refusesAZoneThatWouldSilentlyBecomeGmt() {
        BeatSchedule schedule = new BeatSchedule(LocalTime.of(3, 0), UnknownZone.register());

        assertThatThrownBy(() -> DailyTrigger.after(Instant.EPOCH, schedule))
                .isInstanceOf(HeartbeatSchedulerException.class)
                .hasMessageContaining(UnknownZone.ID)
                .hasMessageContaining("set TZ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23:59:59.994", "23:59:59.995", "23:59:59.999", "23:59:59.999999999"})
    void staysOnItsDateWhenTheBeatIsAtTheVeryEndOfTheDay(LocalTime at) {
        LocalDate today = LocalDate.of(2027, 6, 1);

        OperableTrigger trigger =
                DailyTrigger.after(Fires.noon(today, ZoneOffset.UTC), new BeatSchedule(at, ZoneOffset.UTC));

        assertThat(trigger.getNextFireTime().toInstant())
                .isBetween(Instant.parse("2027-06-01T23:59:59.998Z"), Instant.parse("2027-06-01T23:59:59.999Z"));
    }

    @Fault("F3")
    @ParameterizedTest
    @ValueSource(ints = {1, 30, 400})
    void goesOnAtTheUsualTimeAfterFiringLate(int daysAsleep) {
        ZoneId athens = ZoneId.of("Europe/Athens");
        Instant begun = Fires.noon(LocalDate.of(2027, 1, 15), athens);
        OperableTrigger trigger = DailyTrigger.after(begun, new BeatSchedule(LocalTime.of(3, 0), athens));

        trigger.updateAfterMisfire(null);
        Instant madeUp = trigger.getNextFireTime().toInstant();
        Instant next = trigger.getFireTimeAfter(Date.from(begun.plus(Duration.ofDays(daysAsleep))))
                .toInstant();

        assertThat(madeUp).isAfterOrEqualTo(DailyTrigger.quartzNow().minusSeconds(60));
        assertThat(next.atZone(athens).toLocalTime())
                .isEqualTo(LocalTime.of(3, 0).plus(ALLOWANCE));
    }

    private static List<LocalDateTime> localFires(BeatSchedule schedule, Instant begun, LocalDate end) {
        return Fires.of(schedule, begun, end).stream()
                .map(fire -> LocalDateTime.ofInstant(fire, schedule.zone()))
                .toList();
    }

    private static LocalDateTime late(LocalDate date, LocalTime at) {
        return date.atTime(at).plus(ALLOWANCE);
    }
}
