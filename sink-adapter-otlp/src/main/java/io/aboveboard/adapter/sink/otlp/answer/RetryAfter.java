package io.aboveboard.adapter.sink.otlp.answer;

import java.time.Duration;
import java.time.Instant;

/** Reads {@code Retry-After}, which is seconds or a date. */
final class RetryAfter {
    /** Longer than any sane server asks for; a wrong one must not silence an installation for good. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /**
     * How long the server wants to be left alone, from nought to an hour.
     *
     * @param written the value of the header, empty where there is none
     * @param now the clock the date is measured against, the server's own where it is known
     * @return nought where the header names no time to come
     */
    static Duration parse(String written, Instant now) {
        if (!written.isEmpty() && written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return seconds(written);
        }
        return HttpDates.parse(written)
                .map(date -> bounded(Duration.between(now, date)))
                .orElse(Duration.ZERO);
    }

    private static Duration seconds(String digits) {
        return digits.length() > MOST_DIGITS ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(digits)));
    }

    private static Duration bounded(Duration wanted) {
        if (wanted.isNegative()) {
            return Duration.ZERO;
        }
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
