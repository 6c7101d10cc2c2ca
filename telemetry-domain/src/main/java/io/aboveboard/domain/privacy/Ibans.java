package io.aboveboard.domain.privacy;

/** International bank account numbers, in one piece or in groups of four: of a country, of its length, with remainder 1. */
final class Ibans {
    private static final int GROUP = 4;

    /** Country and length, as SWIFT registers them. */
    private static final String LENGTHS =
            "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28"
                    + "EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21"
                    + "LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18"
                    + "SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

    private Ibans() {}

    /** The number that begins here, if there is one. */
    static long at(CharSequence text, int start, int wordEnd) {
        boolean canBegin = wordEnd - start >= GROUP
                && Chars.isLetter(text.charAt(start + 1))
                && Chars.isDigit(text.charAt(start + 2))
                && Chars.isDigit(text.charAt(start + 3));
        int length = canBegin ? lengthOf(text, start) : 0;
        if (length == 0) {
            return Match.NONE;
        }
        int body = endOf(text, start, GROUP);
        int end = endOf(text, start, length);
        if (end < 0 || Chars.isWord(Chars.at(text, end))) {
            return Match.NONE;
        }
        int remainder = remainder(text, start, body, remainder(text, body, end, 0));
        return remainder == 1 ? Match.of(PrivateKind.IBAN, start, end) : Match.NONE;
    }

    private static int lengthOf(CharSequence text, int start) {
        char first = (char) (text.charAt(start) & ~0x20);
        char second = (char) (text.charAt(start + 1) & ~0x20);
        for (int i = 0; i < LENGTHS.length(); i += GROUP) {
            if (LENGTHS.charAt(i) == first && LENGTHS.charAt(i + 1) == second) {
                return 10 * (LENGTHS.charAt(i + 2) - '0') + LENGTHS.charAt(i + 3) - '0';
            }
        }
        return 0;
    }

    /** Where so many letters and digits end, or -1; a blank may stand behind every fourth. */
    private static int endOf(CharSequence text, int start, int wanted) {
        int at = start;
        int count = 0;
        while (count < wanted) {
            char c = Chars.at(text, at);
            if (Chars.isLetter(c) || Chars.isDigit(c)) {
                count++;
            } else if (c != ' ' || count % GROUP != 0 || text.charAt(at - 1) == ' ') {
                return -1;
            }
            at++;
        }
        return at;
    }

    private static int remainder(CharSequence text, int from, int to, int before) {
        int remainder = before;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (Chars.isDigit(c)) {
                remainder = (10 * remainder + c - '0') % 97;
            } else if (c != ' ') {
                remainder = (100 * remainder + Chars.lower(c) - 'a' + 10) % 97;
            }
        }
        return remainder;
    }
}
