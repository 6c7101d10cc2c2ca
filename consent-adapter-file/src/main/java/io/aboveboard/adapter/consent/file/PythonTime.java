package io.aboveboard.adapter.consent.file;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Moments as Python's {@code datetime} writes and reads them: an offset in figures, microseconds or none. */
final class PythonTime {
    private static final DateTimeFormatter WHOLE_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private PythonTime() {}

    /**
     * Reads {@code isoformat()} and {@code str()}, with and without an offset; without one it is taken for UTC.
     *
     * @return the moment, or nothing if the text is none
     */
    static Optional<Instant> parse(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            return Optional.of(instantOf(DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    iso.indexOf('T') < 0 ? iso + "T00:00:00" : iso, OffsetDateTime::from, LocalDateTime::from)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Instant instantOf(TemporalAccessor parsed) {
        return parsed instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }

    /** What {@link #format} keeps of a moment. */
    private static Instant kept(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** Writes {@code datetime.now(timezone.utc).isoformat()}, which Python reads back since 3.7. */
    static String format(Instant moment) {
        Instant kept = kept(moment);
        boolean whole = kept.equals(kept.truncatedTo(ChronoUnit.SECONDS));
        return (whole ? WHOLE_SECONDS : MICROSECONDS).format(kept.atOffset(ZoneOffset.UTC));
    }
}
