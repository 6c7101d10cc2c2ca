package io.aboveboard.domain.base;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.InstallId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an installation beats: daily at a local time. "Is a beat due?" is a pure function of the last beat and now; a
 * scheduler only wakes it. Immutable.
 *
 * @param at the local time, the installation's own offset included
 * @param zone the zone in which it is local
 */
public record BeatSchedule(LocalTime at, ZoneId zone) {

    /**
     * The schedule of one installation: each keeps its own offset within the spread, so that a fleet does not knock at
     * the backend in the same second. The offset is a pure function of the id.
     *
     * @param at the local time at which the spread begins
     * @param spread how far the fleet is spread; zero for none
     * @param zone the zone
     * @param id whose schedule
     * @return the schedule
     * @throws IllegalArgumentException if {@code spread} is negative or not shorter than a day
     */
    public static BeatSchedule of(LocalTime at, Duration spread, ZoneId zone, InstallId id) {
        if (spread.isNegative() || spread.compareTo(Duration.ofDays(1)) >= 0) {
            throw new IllegalArgumentException("spread: must be at least zero and shorter than a day");
        }
        return new BeatSchedule(at.plus(offset(id, spread)), zone);
    }

    /**
     * Whether the local date of a moment has its beat.
     *
     * <p>A last beat one date ahead (the zone was changed westward, or the clock set back) counts, so that no date gets
     * two; one further ahead came from a clock that was wrong and is disregarded.
     *
     * @param last the local date of the last beat, or {@code null} if there was none
     * @param now the moment
     * @return whether that date needs no other
     */
    public boolean hasBeat(@Nullable LocalDate last, Instant now) {
        return covers(last, dateOf(now));
    }

    /**
     * Whether a beat is due: it is past the beat time of the local date, and that date has none yet.
     *
     * @param last the local date of the last beat, or {@code null} if there was none
     * @param now the moment
     * @return whether to beat now
     */
    public boolean isDue(@Nullable LocalDate last, Instant now) {
        return !hasBeat(last, now) && !now.isBefore(beatOn(dateOf(now)));
    }

    /**
     * The next moment at which a beat is due.
     *
     * @param last the local date of the last beat, or {@code null} if there was none
     * @param now the moment
     * @return {@code now} if a beat is due, else the next beat time
     */
    public Instant next(@Nullable LocalDate last, Instant now) {
        if (isDue(last, now)) {
            return now;
        }
        LocalDate date = dateOf(now);
        if (!now.isBefore(beatOn(date))) {
            date = date.plusDays(1);
        }
        while (covers(last, date) || !dateOf(beatOn(date)).equals(date)) {
            date = date.plusDays(1);
        }
        return beatOn(date);
    }

    /**
     * The local date of a moment.
     *
     * @param now the moment
     * @return its date in this schedule's zone
     */
    public LocalDate dateOf(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    private static boolean covers(@Nullable LocalDate last, LocalDate date) {
        return last != null && (last.equals(date) || last.equals(date.plusDays(1)));
    }

    /**
     * In a gap the beat time moves by the length of the gap, where that ends with the date into the next one; in an overlap
     * the first of the two counts.
     */
    private Instant beatOn(LocalDate date) {
        return ZonedDateTime.of(date, at, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private static Duration offset(InstallId id, Duration spread) {
        if (spread.isZero()) {
            return Duration.ZERO;
        }
        long mixed = mix(id.value().getMostSignificantBits() ^ mix(id.value().getLeastSignificantBits()));
        return Duration.ofMillis(Math.floorMod(mixed, Math.max(1, spread.toMillis())));
    }

    /** The finaliser of MurmurHash3 (public domain): every bit of the id moves every bit of the offset. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
