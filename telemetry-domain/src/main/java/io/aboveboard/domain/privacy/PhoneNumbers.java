package io.aboveboard.domain.privacy;

/**
 * Telephone numbers: where the key names one, seven to fifteen digits in any grouping; elsewhere only the international
 * form with a {@code +} and at least ten digits.
 */
final class PhoneNumbers {
    private static final int FEWEST = 7;
    private static final int FEWEST_INTERNATIONAL = 10;
    private static final int MOST = 15;

    private PhoneNumbers() {}

    /** The number that begins here, with a digit or {@code +}, if there is one. */
    static long at(CharSequence text, int start, int floor, KeyHint hint) {
        boolean isInternational = text.charAt(start) == '+';
        char before = Chars.before(text, start, floor);
        if ((!isInternational && hint != KeyHint.PHONE) || Chars.isWord(before)) {
            return Match.NONE;
        }
        int digits = 0;
        int end = start + (isInternational ? 1 : 0);
        for (int at = end; digits <= MOST && at < text.length() && isOfNumber(text, at); at++) {
            boolean isDigit = Chars.isDigit(text.charAt(at));
            digits += isDigit ? 1 : 0;
            end = isDigit ? at + 1 : end;
        }
        int fewest = hint == KeyHint.PHONE ? FEWEST : FEWEST_INTERNATIONAL;
        boolean isNumber = digits >= fewest && digits <= MOST && !Chars.isWord(Chars.at(text, end));
        return isNumber ? Match.of(PrivateKind.PHONE_NUMBER, start, end) : Match.NONE;
    }

    /** Digits, and between them single signs, or a bracket and a blank. */
    private static boolean isOfNumber(CharSequence text, int at) {
        char c = text.charAt(at);
        if (Chars.isDigit(c) || c == '(') {
            return true;
        }
        char before = Chars.at(text, at - 1);
        return c == ')' || (" .-/".indexOf(c) >= 0 && (Chars.isDigit(before) || before == ')'));
    }
}
