package io.aboveboard.domain.privacy;

/**
 * Numbers of payment cards: digits in one piece or in groups, of a range that issuers use and of its length, whose check
 * digit is right. So a time stamp is none, and of other long numbers only the few that happen to fit. Where the key names a
 * card, any range will do.
 */
final class CardNumbers {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;
    private static final int SHORTEST_GROUP = 4;
    private static final int PREFIX = 6;

    private CardNumbers() {}

    /** The number that begins here, if there is one. */
    static long at(CharSequence text, int start, int floor, KeyHint hint) {
        if (isInsideNumber(text, start, floor)) {
            return Match.NONE;
        }
        char separator = Chars.NONE;
        for (int from = start, end; from >= 0; from = nextGroup(text, end, separator)) {
            end = endOfDigits(text, from);
            if (!goesOn(text, end) && isNumber(text, start, end, hint)) {
                return Match.of(PrivateKind.CARD_NUMBER, start, end);
            }
            if (end - from < SHORTEST_GROUP || end - start > 2 * LONGEST) {
                return Match.NONE;
            }
            separator = separator == Chars.NONE ? Chars.at(text, end) : separator;
        }
        return Match.NONE;
    }

    /** Behind the point or the dash of a number, or of a word and a number with a dash. */
    private static boolean isInsideNumber(CharSequence text, int start, int floor) {
        char before = Chars.before(text, start, floor);
        return (before == '.' || before == ',' || before == '-') && Chars.isDigit(Chars.before(text, start - 1, floor));
    }

    private static boolean goesOn(CharSequence text, int end) {
        char next = Chars.at(text, end);
        return Chars.isWord(next) || ((next == '.' || next == ',') && Chars.isDigit(Chars.at(text, end + 1)));
    }

    private static int nextGroup(CharSequence text, int end, char separator) {
        boolean isSeparator = separator == ' ' || separator == '-';
        return isSeparator && Chars.at(text, end) == separator && Chars.isDigit(Chars.at(text, end + 1)) ? end + 1 : -1;
    }

    private static int endOfDigits(CharSequence text, int start) {
        int at = start;
        while (Chars.isDigit(Chars.at(text, at))) {
            at++;
        }
        return at;
    }

    private static boolean isNumber(CharSequence text, int start, int end, KeyHint hint) {
        if (end - start < SHORTEST || end - start > 2 * LONGEST) {
            return false;
        }
        int sum = 0;
        int digits = 0;
        for (int at = end - 1; at >= start; at--) {
            if (Chars.isDigit(text.charAt(at))) {
                int digit = text.charAt(at) - '0';
                sum += digits % 2 == 0 ? digit : 2 * digit - (digit > 4 ? 9 : 0);
                digits++;
            }
        }
        return sum % 10 == 0
                && sum > 0
                && digits >= SHORTEST
                && digits <= LONGEST
                && (hint == KeyHint.CARD || isIssued(prefix(text, start), digits));
    }

    private static int prefix(CharSequence text, int start) {
        int prefix = 0;
        int digits = 0;
        for (int at = start; digits < PREFIX; at++) {
            if (Chars.isDigit(text.charAt(at))) {
                prefix = 10 * prefix + text.charAt(at) - '0';
                digits++;
            }
        }
        return prefix;
    }

    private static boolean isIssued(int prefix, int digits) {
        return switch (prefix / 100_000) {
            case 2 -> digits == 16 && (isWithin(prefix, 2221, 2720) || isWithin(prefix, 2200, 2204));
            case 3 -> isIssuedByThree(prefix, digits);
            case 4 -> digits == 16 || digits == 19;
            case 5 -> (digits == 16 && isWithin(prefix, 5100, 5599)) || isMaestro(prefix, digits);
            case 6 -> isIssuedBySix(prefix, digits) || isMaestro(prefix, digits);
            default -> digits == 16 && (isWithin(prefix, 8100, 8171) || isWithin(prefix, 9792, 9792));
        };
    }

    private static boolean isIssuedByThree(int prefix, int digits) {
        return switch (digits) {
            case 14 -> isDiners(prefix);
            case 15 -> isWithin(prefix, 3400, 3499) || isWithin(prefix, 3700, 3799);
            default -> digits >= 16 && (isDiners(prefix) || isWithin(prefix, 3500, 3599));
        };
    }

    private static boolean isDiners(int prefix) {
        return isWithin(prefix, 3000, 3059)
                || isWithin(prefix, 3095, 3095)
                || isWithin(prefix, 3600, 3699)
                || isWithin(prefix, 3800, 3999);
    }

    private static boolean isIssuedBySix(int prefix, int digits) {
        return digits >= 16
                && (isWithin(prefix, 6011, 6011)
                        || isWithin(prefix, 6200, 6299)
                        || isWithin(prefix, 6440, 6599)
                        || isWithin(prefix, 6060, 6099));
    }

    private static boolean isMaestro(int prefix, int digits) {
        return digits >= 16
                && (isWithin(prefix, 5018, 5020)
                        || isWithin(prefix, 5038, 5038)
                        || isWithin(prefix, 5893, 5893)
                        || isWithin(prefix, 6304, 6304)
                        || isWithin(prefix, 6759, 6763));
    }

    private static boolean isWithin(int prefix, int first, int last) {
        return prefix / 100 >= first && prefix / 100 <= last;
    }
}
