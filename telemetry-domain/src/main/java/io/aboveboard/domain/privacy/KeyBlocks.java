package io.aboveboard.domain.privacy;

/** Private keys in their armour, up to its end or, where that is cut off, to the end of the text. */
final class KeyBlocks {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final String KEY = "PRIVATE KEY";
    private static final int LONGEST_KIND = 40;

    private KeyBlocks() {}

    /** The block that begins here, if it is a private key. */
    static long at(CharSequence text, int start) {
        if (!Chars.startsWith(text, start, BEGIN)) {
            return Match.NONE;
        }
        int kind = find(text, start + BEGIN.length(), start + BEGIN.length() + LONGEST_KIND, KEY);
        return kind < 0 ? Match.NONE : Match.of(PrivateKind.PRIVATE_KEY, start, endOf(text, kind));
    }

    private static int endOf(CharSequence text, int from) {
        int end = find(text, from, text.length(), END);
        int dashes = end < 0 ? -1 : find(text, end + END.length(), end + END.length() + LONGEST_KIND, DASHES);
        return dashes < 0 ? text.length() : dashes + DASHES.length();
    }

    private static int find(CharSequence text, int from, int to, String expected) {
        for (int at = from; at < Math.min(to, text.length()); at++) {
            if (text.charAt(at) == expected.charAt(0) && Chars.startsWith(text, at, expected)) {
                return at;
            }
        }
        return -1;
    }
}
