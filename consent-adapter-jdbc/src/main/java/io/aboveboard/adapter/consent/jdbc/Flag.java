package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.annotation.Nullable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A yes or a no, in whatever type the host's table keeps it. */
final class Flag {
    private static final Set<String> YES = Set.of("1", "1.0", "true", "t", "yes", "y", "on");
    private static final Set<String> NO = Set.of("0", "0.0", "false", "f", "no", "n", "off");

    private Flag() {}

    /** Nothing where it is neither: what says nothing is written anew. */
    static Optional<Boolean> of(@Nullable Object value) {
        String text = String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        if (YES.contains(text)) {
            return Optional.of(true);
        }
        return NO.contains(text) ? Optional.of(false) : Optional.empty();
    }
}
