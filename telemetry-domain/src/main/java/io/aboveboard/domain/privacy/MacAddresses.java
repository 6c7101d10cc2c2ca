package io.aboveboard.domain.privacy;

/**
 * Hardware addresses: six pairs of hexadecimal digits with colons or dashes between them, or three groups of four with
 * dots. Pairs of decimal digits with dashes that read as a date and a time are none.
 */
final class MacAddresses {
    private static final int PAIRS = 6;
    private static final int[] LARGEST_IN_A_DATE = {99, 12, 31, 23, 59, 59};

    private MacAddresses() {}

    /** The address that begins here with a word that ends there, if there is one. */
    static long at(CharSequence text, int start, int wordEnd, int floor) {
        int width = wordEnd - start;
        char sign = Chars.at(text, wordEnd);
        boolean ofPairs = width == 2 && (sign == ':' || sign == '-');
        boolean ofFours = width == 4 && sign == '.';
        int groups = ofPairs ? PAIRS : PAIRS / 2;
        int end = start + groups * (width + 1) - 1;
        if (!(ofPairs || ofFours) || Chars.before(text, start, floor) == sign || !isAlone(text, end, sign)) {
            return Match.NONE;
        }
        return isMadeOf(text, start, groups, width, sign) && !isOther(text, start, end, sign)
                ? Match.of(PrivateKind.MAC_ADDRESS, start, end)
                : Match.NONE;
    }

    private static boolean isAlone(CharSequence text, int end, char sign) {
        char next = Chars.at(text, end);
        return !Chars.isWord(next) && !(next == sign && Chars.isWord(Chars.at(text, end + 1)));
    }

    private static boolean isMadeOf(CharSequence text, int start, int groups, int width, char sign) {
        for (int i = 0; i < groups * (width + 1) - 1; i++) {
            char c = Chars.at(text, start + i);
            boolean fits = i % (width + 1) == width ? c == sign : Chars.isHex(c);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Decimal numbers with dots, or a moment such as {@code 26-11-23-20-15-00}. */
    private static boolean isOther(CharSequence text, int start, int end, char sign) {
        if (sign == ':') {
            return false;
        }
        for (int at = start; at < end; at++) {
            if (Chars.isLetter(text.charAt(at))) {
                return false;
            }
        }
        return sign == '.' || isMoment(text, start);
    }

    private static boolean isMoment(CharSequence text, int start) {
        for (int i = 0; i < PAIRS; i++) {
            int at = start + 3 * i;
            if (10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0' > LARGEST_IN_A_DATE[i]) {
                return false;
            }
        }
        return true;
    }
}
