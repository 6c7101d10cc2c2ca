package io.aboveboard.domain.privacy;

/**
 * What is private in a URL: the user information before its host, and the query behind it. A query is also known without a
 * URL by its form {@code ?name=}; a fragment counts if it has that form. A route such as {@code /users/{id}} has neither.
 */
final class Urls {
    private static final int LONGEST_NAME = 64;

    private Urls() {}

    /** The user information of the URL whose colon stands here, if it has any. */
    static long userInfoAt(CharSequence text, int colon) {
        if (!Chars.startsWith(text, colon, "://")) {
            return Match.NONE;
        }
        int start = colon + 3;
        int sign = -1;
        for (int at = start; at < text.length() && isAuthority(text.charAt(at)); at++) {
            sign = text.charAt(at) == '@' ? at : sign;
        }
        boolean isMarked = Markers.isAt(text, start, PrivateKind.USER_INFO, sign);
        return sign <= start || isMarked ? Match.NONE : Match.of(PrivateKind.USER_INFO, start, sign);
    }

    private static boolean isAuthority(char c) {
        return c > ' ' && "/?#\\\"'`<>".indexOf(c) < 0;
    }

    /** The query or fragment whose sign stands here, if there is one. */
    static long queryAt(CharSequence text, int sign) {
        int start = sign + 1;
        if (!hasName(text, start) && !(text.charAt(sign) == '?' && isBehindUrl(text, sign))) {
            return Match.NONE;
        }
        int end = endOfQuery(text, start);
        boolean isMarked = Markers.isAt(text, start, PrivateKind.QUERY, end);
        return end == start || isMarked ? Match.NONE : Match.of(PrivateKind.QUERY, start, end);
    }

    private static int endOfQuery(CharSequence text, int start) {
        int at = start;
        while (at < text.length() && isUrl(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isUrl(char c) {
        return c > ' ' && "\"'`<>".indexOf(c) < 0 && !(c >= 128 && Character.isSpaceChar(c));
    }

    private static boolean hasName(CharSequence text, int start) {
        int at = start;
        while (at < start + LONGEST_NAME && isOfName(Chars.at(text, at))) {
            at++;
        }
        return at > start && Chars.at(text, at) == '=';
    }

    private static boolean isOfName(char c) {
        return Chars.isWord(c) || "_-.%[]".indexOf(c) >= 0;
    }

    private static boolean isBehindUrl(CharSequence text, int sign) {
        for (int at = sign - 1; at > 1 && isUrl(text.charAt(at)) && text.charAt(at) != '?'; at--) {
            if (text.charAt(at) == '/' && Chars.startsWith(text, at - 2, "://")) {
                return true;
            }
        }
        return false;
    }
}
