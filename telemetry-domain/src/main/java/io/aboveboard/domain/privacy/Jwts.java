package io.aboveboard.domain.privacy;

/** JSON web tokens: parts in URL-safe Base64 with dots between them, the first of which begins a JSON object. */
final class Jwts {
    private static final String JSON = "eyJ";
    private static final int SHORTEST_PART = 10;

    private Jwts() {}

    /** The token that begins here, if there is one. Its signature may be cut off. */
    static long at(CharSequence text, int start, int floor) {
        if (!Chars.startsWith(text, start, JSON) || isOfPart(Chars.before(text, start, floor))) {
            return Match.NONE;
        }
        int header = endOfPart(text, start);
        boolean hasPayload = header - start >= SHORTEST_PART
                && Chars.at(text, header) == '.'
                && endOfPart(text, header + 1) - header > SHORTEST_PART;
        return hasPayload ? Match.of(PrivateKind.JWT, start, endOfParts(text, header)) : Match.NONE;
    }

    private static int endOfParts(CharSequence text, int header) {
        int end = header;
        while (Chars.at(text, end) == '.' && endOfPart(text, end + 1) > end + 1) {
            end = endOfPart(text, end + 1);
        }
        return end;
    }

    private static int endOfPart(CharSequence text, int start) {
        int at = start;
        while (isOfPart(Chars.at(text, at))) {
            at++;
        }
        return at;
    }

    private static boolean isOfPart(char c) {
        return Chars.isLetter(c) || Chars.isDigit(c) || c == '-' || c == '_';
    }
}
