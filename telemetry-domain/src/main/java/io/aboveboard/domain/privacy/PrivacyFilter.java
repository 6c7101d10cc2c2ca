package io.aboveboard.domain.privacy;

import java.util.function.Consumer;

/**
 * Replaces what is private in a text by a marker of its kind, such as {@code [email]}, and keeps the rest. A text in which
 * it finds nothing comes back as the same instance. It never throws, a second pass changes nothing more, and the effort is
 * proportional to the length, of which only so much is looked at. Immutable and thread-safe.
 */
public final class PrivacyFilter {
    /** How many characters it looks at behind the limit, so that what is cut there is still known. */
    public static final int LOOK_AHEAD = 256;

    private static final int MOST_ROUNDS = 10;

    private final Finder finder;

    private PrivacyFilter(Finder finder) {
        this.finder = finder;
    }

    /**
     * A filter for texts that were made on a machine.
     *
     * @param names the names to be kept out
     * @return the filter
     */
    public static PrivacyFilter of(MachineNames names) {
        return new PrivacyFilter(new Finder(names));
    }

    /**
     * Filters a text.
     *
     * @param text the text
     * @param hint what its key says
     * @param limit how much of it is wanted: nothing behind that comes out, but what begins before is found whole
     * @param found is told the kind of each replacement
     * @return the text as it may be sent; longer than the limit only by the markers in it
     */
    public String filter(String text, KeyHint hint, int limit, Consumer<PrivateKind> found) {
        String seen = text.substring(0, Math.min(text.length(), limit + LOOK_AHEAD));
        int end = endOf(seen, limit);
        long match = finder.next(seen, 0, hint);
        return match == Match.NONE || Match.start(match) >= end
                ? seen.substring(0, end)
                : settled(replaced(seen, end, match, hint, found), hint, found);
    }

    /** What stands beside a marker may be found only now: so it looks again, until there is nothing more. */
    private String settled(String replacedOnce, KeyHint hint, Consumer<PrivateKind> found) {
        String text = replacedOnce;
        for (int round = 1; round < MOST_ROUNDS; round++) {
            long match = finder.next(text, 0, hint);
            if (match == Match.NONE) {
                return text;
            }
            text = replaced(text, text.length(), match, hint, found);
        }
        return text;
    }

    /** Where the text is to be cut: not between the halves of a character. */
    private static int endOf(String text, int limit) {
        if (text.length() <= limit) {
            return text.length();
        }
        return limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    private String replaced(String text, int end, long first, KeyHint hint, Consumer<PrivateKind> found) {
        StringBuilder kept = new StringBuilder(end);
        int copied = 0;
        for (long match = first; match != Match.NONE && Match.start(match) < end; match = next(text, match, hint)) {
            PrivateKind kind = Match.kind(match);
            found.accept(kind);
            kept.append(text, copied, Match.start(match)).append(kind.marker());
            copied = Match.end(match);
        }
        return kept.append(text, Math.min(copied, end), end).toString();
    }

    private long next(String text, long match, KeyHint hint) {
        return finder.next(text, Match.end(match), hint);
    }

    /**
     * Whether there is nothing private in a text.
     *
     * @param text the text
     * @return true if a filter would leave it as it is
     */
    public boolean isClean(String text) {
        return finder.next(text, 0, KeyHint.NONE) == Match.NONE;
    }
}
