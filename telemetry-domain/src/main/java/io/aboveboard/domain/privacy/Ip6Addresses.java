package io.aboveboard.domain.privacy;

/**
 * IPv6 addresses, whole or shortened, with an IPv4 tail or a zone. A shortened one has a decimal digit and at least four
 * digits in all, unless it is {@code ::1}; so {@code add::face} and {@code [::2]} are none, nor is a time of day.
 */
final class Ip6Addresses {
    private static final int GROUPS = 8;
    private static final int FEWEST_DIGITS = 4;
    private static final int LONGEST = 40;

    private Ip6Addresses() {}

    /** The address that begins here, if there is one. */
    static long at(CharSequence text, int start, int floor) {
        char before = Chars.before(text, start, floor);
        if (before == ':' || before == '.' || Chars.isWord(before)) {
            return Match.NONE;
        }
        int hexEnd = endOfHex(text, start);
        boolean hasTail = Chars.at(text, hexEnd) == '.' && Chars.isDigit(Chars.at(text, hexEnd + 1));
        int groupsEnd = hasTail ? startOfTail(text, start, hexEnd) : withoutColon(text, start, hexEnd);
        int end = hasTail ? Ip4Addresses.endOf(text, groupsEnd) : groupsEnd;
        return end >= 0 && !goesOn(text, end) && isAddress(text, start, groupsEnd, hasTail)
                ? Match.of(PrivateKind.IP_ADDRESS, start, endOfZone(text, end))
                : Match.NONE;
    }

    private static int endOfHex(CharSequence text, int start) {
        int at = start;
        while (at < start + LONGEST && (Chars.isHex(Chars.at(text, at)) || Chars.at(text, at) == ':')) {
            at++;
        }
        return at;
    }

    private static int startOfTail(CharSequence text, int start, int hexEnd) {
        int at = hexEnd;
        while (at > start && text.charAt(at - 1) != ':') {
            at--;
        }
        return at;
    }

    /** A colon at the end, unless it is one of two, belongs to the sentence. */
    private static int withoutColon(CharSequence text, int start, int end) {
        boolean isSingle = end - start > 2 && text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':';
        return isSingle ? end - 1 : end;
    }

    private static boolean goesOn(CharSequence text, int end) {
        char next = Chars.at(text, end);
        return Chars.isWord(next)
                || (next == ':' && Chars.at(text, end + 1) != ' ' && Chars.at(text, end + 1) != Chars.NONE);
    }

    private static boolean isAddress(CharSequence text, int start, int end, boolean hasTail) {
        int groups = groups(text, start, end) + (hasTail ? 2 : 0);
        int gap = gap(text, start, end);
        if (gap < 0) {
            return groups == GROUPS;
        }
        return groups < GROUPS && gap(text, gap + 1, end) < 0 && (hasTail || isTelling(text, start, end));
    }

    /** How many groups there are; more than there may be, if one of them is too long. */
    private static int groups(CharSequence text, int from, int to) {
        int groups = 0;
        int digits = 0;
        for (int at = from; at < to; at++) {
            digits = text.charAt(at) == ':' ? 0 : digits + 1;
            groups += digits == 1 ? 1 : digits > 4 ? GROUPS + 1 : 0;
        }
        return groups;
    }

    private static int gap(CharSequence text, int from, int to) {
        for (int at = from; at + 1 < to; at++) {
            if (text.charAt(at) == ':' && text.charAt(at + 1) == ':') {
                return at;
            }
        }
        return -1;
    }

    private static boolean isTelling(CharSequence text, int from, int to) {
        int digits = 0;
        boolean isDecimal = false;
        for (int at = from; at < to; at++) {
            digits += text.charAt(at) == ':' ? 0 : 1;
            isDecimal |= Chars.isDigit(text.charAt(at));
        }
        boolean isLoopback = to - from == 3 && Chars.startsWith(text, from, "::1");
        return isLoopback || (isDecimal && digits >= FEWEST_DIGITS);
    }

    private static int endOfZone(CharSequence text, int end) {
        return Chars.at(text, end) == '%' ? Math.max(Chars.wordEnd(text, end + 1), end) : end;
    }
}
