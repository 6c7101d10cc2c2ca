package io.aboveboard.domain.privacy;

/** Knows what the filter itself has written, so that a text which passes it again stays as it is. */
final class Markers {
    private static final PrivateKind[] KINDS = PrivateKind.values();

    private Markers() {}

    /** Whether nothing but the marker of a kind stands between two places. */
    static boolean isAt(CharSequence text, int start, PrivateKind kind, int end) {
        return end - start == kind.marker().length() && Chars.startsWith(text, start, kind.marker());
    }

    /** Whether a marker begins here. */
    static boolean beginsAt(CharSequence text, int start) {
        if (Chars.at(text, start) != '[') {
            return false;
        }
        for (PrivateKind kind : KINDS) {
            if (Chars.startsWith(text, start, kind.marker())) {
                return true;
            }
        }
        return false;
    }
}
