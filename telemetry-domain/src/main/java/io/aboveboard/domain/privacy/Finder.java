package io.aboveboard.domain.privacy;

/**
 * Goes through a text once, word by word, and asks at each word and each mark only those who can find something there. No
 * one looks back behind the last match, nor ahead further than a bound or than what it will find, so the effort grows
 * with the length of the text and no faster. Immutable and thread-safe.
 */
final class Finder {
    private static final int SHORTEST_KEY = 16;
    private static final int LONGEST_GROUP = 4;

    private final MachineNames names;

    Finder(MachineNames names) {
        this.names = names;
    }

    /** The next match at a place or behind it. */
    long next(CharSequence text, int from, KeyHint hint) {
        int length = text.length();
        int at = from;
        while (at < length) {
            char c = text.charAt(at);
            int types = Chars.type(c);
            int end = at + 1;
            long found = Match.NONE;
            if ((types & Chars.WORD) != 0) {
                for (int type; end < length && ((type = Chars.type(text.charAt(end))) & Chars.WORD) != 0; end++) {
                    types |= type;
                }
                int uuid = Uuids.endOf(text, at, end);
                found = uuid > end ? Match.NONE : atWord(text, at, end, types, from, hint);
                end = uuid;
            } else if (types == Chars.MARK) {
                found = atMark(text, at, c, from, hint);
            }
            if (found != Match.NONE) {
                return found;
            }
            at = end;
        }
        return Match.NONE;
    }

    private long atWord(CharSequence text, int at, int end, int types, int floor, KeyHint hint) {
        return types == Chars.LETTER ? atLetters(text, at, end, floor) : atNumber(text, at, end, floor, hint);
    }

    /** A word without digits: most are followed by nothing special, and begin like no name that is looked for. */
    private long atLetters(CharSequence text, int at, int end, int floor) {
        char next = Chars.at(text, end);
        long found = Match.NONE;
        if (end - at >= SHORTEST_KEY || Chars.joins(next)) {
            found = next == ' ' ? AuthSchemes.at(text, at, end) : atJoined(text, at, end, floor);
        }
        return found == Match.NONE ? atName(text, at, floor) : withMail(text, found, floor);
    }

    private long atNumber(CharSequence text, int at, int end, int floor, KeyHint hint) {
        boolean isDigits = Chars.isDigit(text.charAt(at));
        long found = isDigits ? atDigits(text, at, end, floor, hint) : Ibans.at(text, at, end);
        if (found == Match.NONE) {
            found = isDigits ? atHex(text, at, end, floor) : atJoined(text, at, end, floor);
        }
        return found == Match.NONE ? atName(text, at, floor) : withMail(text, found, floor);
    }

    /** Letters or digits that something may go on from. */
    private static long atJoined(CharSequence text, int at, int end, int floor) {
        long key = ApiKeys.at(text, at, end);
        long found = key == Match.NONE ? Jwts.at(text, at, floor) : key;
        return found == Match.NONE ? atHex(text, at, end, floor) : found;
    }

    private static long atDigits(CharSequence text, int at, int end, int floor, KeyHint hint) {
        if (Chars.at(text, end) == '.' && hint != KeyHint.VERSION) {
            long address = Ip4Addresses.at(text, at, floor);
            if (address != Match.NONE) {
                return address;
            }
        }
        long card = end - at < LONGEST_GROUP ? Match.NONE : CardNumbers.at(text, at, floor, hint);
        return card == Match.NONE && hint == KeyHint.PHONE ? PhoneNumbers.at(text, at, floor, hint) : card;
    }

    private static long atHex(CharSequence text, int at, int end, int floor) {
        if (end - at > LONGEST_GROUP) {
            return Match.NONE;
        }
        long mac = MacAddresses.at(text, at, end, floor);
        return mac == Match.NONE && Chars.at(text, end) == ':' ? Ip6Addresses.at(text, at, floor) : mac;
    }

    private long atName(CharSequence text, int at, int floor) {
        if (!names.mayBegin(text.charAt(at), Chars.at(text, at + 1))) {
            return Match.NONE;
        }
        long name = names.at(text, at);
        return name == Match.NONE ? Match.NONE : withMail(text, name, floor);
    }

    private static long withMail(CharSequence text, long found, int floor) {
        long mail = EmailAddresses.around(text, found, floor);
        return mail == Match.NONE ? found : mail;
    }

    private static long atMark(CharSequence text, int at, char mark, int floor, KeyHint hint) {
        return switch (mark) {
            case '@', '%' -> EmailAddresses.at(text, at, floor);
            case '/', '\\' -> HomePaths.at(text, at, floor);
            case '?', '#' -> Urls.queryAt(text, at);
            case '=' -> SecretLabels.at(text, at, floor);
            case ':' -> atColon(text, at, floor);
            case '-' -> KeyBlocks.at(text, at);
            default -> PhoneNumbers.at(text, at, floor, hint);
        };
    }

    private static long atColon(CharSequence text, int at, int floor) {
        if (Chars.at(text, at + 1) == ':') {
            return Ip6Addresses.at(text, at, floor);
        }
        long userInfo = Urls.userInfoAt(text, at);
        return userInfo == Match.NONE ? SecretLabels.at(text, at, floor) : userInfo;
    }
}
