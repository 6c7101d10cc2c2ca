package io.aboveboard.domain.privacy;

/**
 * Credentials behind the name of their scheme: {@code Bearer …}, {@code Basic …}. Sentences hold these words, too, so a
 * token has a digit or is long, and basic credentials are Base64.
 */
final class AuthSchemes {
    private static final int SHORTEST_TOKEN = 8;
    private static final int LONG = 24;
    private static final String[] SCHEMES = {"bearer", "basic", "token", "digest", "apikey", "negotiate"};

    private AuthSchemes() {}

    /** Where the credentials begin if the name of a scheme and a blank stand here, or -1. */
    static int endOf(CharSequence text, int start) {
        for (String scheme : SCHEMES) {
            int end = start + scheme.length();
            if (Chars.startsWithAnyCase(text, start, scheme) && Chars.at(text, end) == ' ') {
                return Chars.skipSpaces(text, end);
            }
        }
        return -1;
    }

    /** The credentials behind the word that stands here, if it is a scheme and they are any. */
    static long at(CharSequence text, int start, int wordEnd) {
        boolean isBearer = wordEnd - start == 6 && Chars.startsWithAnyCase(text, start, "bearer");
        boolean isBasic = wordEnd - start == 5 && Chars.startsWithAnyCase(text, start, "basic");
        if (!(isBearer || isBasic) || Chars.at(text, wordEnd) != ' ') {
            return Match.NONE;
        }
        int token = Chars.skipSpaces(text, wordEnd);
        int end = endOfToken(text, token);
        boolean isToken = isBearer ? isBearerToken(text, token, end) : isBase64(text, token, end);
        return isToken ? Match.of(PrivateKind.SECRET, token, end) : Match.NONE;
    }

    private static int endOfToken(CharSequence text, int start) {
        int at = start;
        while (isOfToken(Chars.at(text, at))) {
            at++;
        }
        return at > start && text.charAt(at - 1) == '.' ? at - 1 : at;
    }

    private static boolean isOfToken(char c) {
        return Chars.isLetter(c) || Chars.isDigit(c) || "-._~+/=".indexOf(c) >= 0;
    }

    private static boolean isBearerToken(CharSequence text, int start, int end) {
        return end - start >= LONG || (end - start >= SHORTEST_TOKEN && hasDigit(text, start, end));
    }

    private static boolean isBase64(CharSequence text, int start, int end) {
        boolean hasUpper = false;
        boolean hasLower = false;
        for (int at = start; at < end; at++) {
            hasUpper |= Chars.isUpper(text.charAt(at));
            hasLower |= Character.isLowerCase(text.charAt(at));
        }
        boolean isPadded = Chars.at(text, end - 1) == '=';
        boolean isMixed = hasUpper && hasLower && (isPadded || hasDigit(text, start, end));
        return end - start >= SHORTEST_TOKEN && (end - start) % 4 == 0 && isMixed;
    }

    private static boolean hasDigit(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (Chars.isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }
}
