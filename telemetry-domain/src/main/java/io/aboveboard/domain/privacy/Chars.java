package io.aboveboard.domain.privacy;

/** What single characters are, and what stands at a place of a text. Nothing here looks at more than it is asked for. */
final class Chars {
    /** What stands where there is no character. */
    static final char NONE = '\0';

    /** A letter of any script. */
    static final int LETTER = 1;

    /** A digit; of other scripts than ours it counts as a letter. */
    static final int DIGIT = 2;

    /** One of the marks at which something may be found. */
    static final int MARK = 4;

    static final int WORD = LETTER | DIGIT;

    private static final byte[] TYPES = new byte[128];

    static {
        for (char c = 0; c < TYPES.length; c++) {
            boolean isMark = "@%/\\:=?#-+".indexOf(c) >= 0;
            TYPES[c] = (byte) (isMark ? MARK : isDigit(c) ? DIGIT : isLetter(c) ? LETTER : 0);
        }
    }

    private Chars() {}

    /** One of the types above, or 0. */
    static int type(char c) {
        return c < TYPES.length ? TYPES[c] : Character.isLetterOrDigit(c) ? LETTER : 0;
    }

    static boolean isWord(char c) {
        return (type(c) & WORD) != 0;
    }

    /** What stands between the parts of keys and addresses, or between a scheme and its credentials. */
    static boolean joins(char c) {
        return c == '_' || c == '-' || c == '.' || c == ':' || c == ' ';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return isUpper(c) || (c >= 'a' && c <= 'z');
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static char lower(char c) {
        return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
    }

    /** Where a value without quotes ends. */
    static boolean endsValue(char c) {
        return c <= ' ' || "\"'`,;&()[]{}<>|".indexOf(c) >= 0 || (c >= 128 && Character.isSpaceChar(c));
    }

    /** The character at a place, {@link #NONE} before the first and behind the last. */
    static char at(CharSequence text, int place) {
        return place >= 0 && place < text.length() ? text.charAt(place) : NONE;
    }

    /** The character before a place, {@link #NONE} where that is before the floor. */
    static char before(CharSequence text, int place, int floor) {
        return place > floor ? text.charAt(place - 1) : NONE;
    }

    static boolean startsWith(CharSequence text, int place, String expected) {
        if (place < 0 || place + expected.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (text.charAt(place + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text has these lower-case letters at the place, in any case. */
    static boolean startsWithAnyCase(CharSequence text, int place, String lowerCase) {
        if (place < 0 || place + lowerCase.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lower(text.charAt(place + i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether these lower-case letters, in any case, end right before the place and begin at the floor or later. */
    static boolean endsWithAnyCase(CharSequence text, int end, int floor, String lowerCase) {
        int start = end - lowerCase.length();
        return start >= floor
                && lower(text.charAt(end - 1)) == lowerCase.charAt(lowerCase.length() - 1)
                && startsWithAnyCase(text, start, lowerCase);
    }

    static int wordEnd(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int skipSpaces(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
