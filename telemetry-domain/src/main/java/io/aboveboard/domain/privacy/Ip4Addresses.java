package io.aboveboard.domain.privacy;

import java.util.List;

/**
 * IPv4 addresses. Four numbers can as well be a version: they are taken for one where the word before them says so ({@code
 * version 1.2.3.4}, {@code Chrome/120.0.0.0}, {@code app-1.2.3.4.jar}), where a release follows ({@code -SNAPSHOT}), and
 * where the first number is zero. In doubt they are an address. Zeros may fill an octet to three digits.
 */
final class Ip4Addresses {
    private static final int OCTETS = 4;
    private static final List<String> VERSION_WORDS =
            List.of("version", "ver", "rv", "release", "build", "firmware", "kernel", "revision", "driver");
    private static final List<String> RELEASE_WORDS =
            List.of("snapshot", "alpha", "beta", "rc", "final", "release", "ga", "dev", "pre", "preview", "nightly");

    private Ip4Addresses() {}

    /** The address that begins here, if there is one. */
    static long at(CharSequence text, int start, int floor) {
        int end = endOf(text, start);
        if (end < 0 || isPartOfMore(text, start, end, floor) || isVersion(text, start, end, floor)) {
            return Match.NONE;
        }
        return Match.of(PrivateKind.IP_ADDRESS, start, end);
    }

    /** The end of four octets, or -1. */
    static int endOf(CharSequence text, int start) {
        int at = start;
        for (int octet = 1; octet <= OCTETS; octet++) {
            at = endOfOctet(text, at);
            if (at < 0 || octet == OCTETS) {
                return at;
            }
            if (Chars.at(text, at) != '.') {
                return -1;
            }
            at++;
        }
        return -1;
    }

    private static int endOfOctet(CharSequence text, int start) {
        int value = 0;
        int at = start;
        while (at < start + 3 && Chars.isDigit(Chars.at(text, at))) {
            value = 10 * value + text.charAt(at) - '0';
            at++;
        }
        boolean isPadded = at == start + 2 && text.charAt(start) == '0';
        return at == start || value > 255 || isPadded || Chars.isWord(Chars.at(text, at)) ? -1 : at;
    }

    private static boolean isPartOfMore(CharSequence text, int start, int end, int floor) {
        boolean before = Chars.before(text, start, floor) == '.' && Chars.isDigit(Chars.before(text, start - 1, floor));
        return before || (Chars.at(text, end) == '.' && Chars.isDigit(Chars.at(text, end + 1)));
    }

    private static boolean isVersion(CharSequence text, int start, int end, int floor) {
        return Chars.startsWith(text, start, "0.")
                || isRelease(text, end)
                || isArtifact(text, start, end, floor)
                || followsVersionWord(text, start, floor);
    }

    private static boolean isRelease(CharSequence text, int end) {
        char sign = Chars.at(text, end);
        if (sign != '-' && sign != '+') {
            return false;
        }
        for (String word : RELEASE_WORDS) {
            if (Chars.startsWithAnyCase(text, end + 1, word)) {
                return true;
            }
        }
        return false;
    }

    /** {@code app-1.2.3.4.jar}: a name before, a file ending behind. */
    private static boolean isArtifact(CharSequence text, int start, int end, int floor) {
        return Chars.before(text, start, floor) == '-'
                && Character.isLetter(Chars.before(text, start - 1, floor))
                && Chars.at(text, end) == '.'
                && Chars.isLetter(Chars.at(text, end + 1));
    }

    private static boolean followsVersionWord(CharSequence text, int start, int floor) {
        int end = start;
        while (end > floor && start - end < 3 && " /=:_-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        for (String word : VERSION_WORDS) {
            if (Chars.endsWithAnyCase(text, end, floor, word)
                    && !Chars.isWord(Chars.before(text, end - word.length(), floor))) {
                return end < start;
            }
        }
        return isProduct(text, end, start, floor);
    }

    /** {@code Chrome/}, as user agents write it: a capitalised word that is no folder. */
    private static boolean isProduct(CharSequence text, int end, int start, int floor) {
        if (start - end != 1 || text.charAt(end) != '/') {
            return false;
        }
        int at = end;
        while (at > floor && end - at < 32 && Chars.isLetter(text.charAt(at - 1))) {
            at--;
        }
        char before = Chars.before(text, at, floor);
        return at < end && Chars.isUpper(text.charAt(at)) && (before == Chars.NONE || before == ' ' || before == '(');
    }
}
