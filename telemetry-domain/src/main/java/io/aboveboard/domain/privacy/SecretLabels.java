package io.aboveboard.domain.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Values behind a label: {@code password=…}, {@code "api_key": "…"}, {@code Authorization: Bearer …}. Found at the {@code =}
 * or {@code :}, replaced without the label. Behind a colon and a blank a plain word is kept, for {@code token: expired} is
 * a sentence; so are placeholders, and words that say there is no value.
 */
final class SecretLabels {
    private static final int SHORTEST_TOKEN = 6;
    private static final List<String> SECRETS = List.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "passwort",
            "kennwort",
            "_pass",
            "-pass",
            "secret",
            "apikey",
            "credential",
            "credentials",
            "jsessionid",
            "phpsessid",
            "sessionid",
            "session_id",
            "authorization");
    private static final List<String> ALONE = List.of("pwd", "jwt", "sid");
    private static final List<String> KEYS = List.of(
            "api", "access", "secret", "private", "signing", "encryption", "auth", "account", "license", "shared");
    private static final List<String> USERS = List.of("username", "user_name", "user-name");
    private static final Set<String> NO_VALUES = Words.of("""
            null none nil true false undefined empty missing required invalid redacted expired hidden masked unset unknown
            optional string granted denied failed ok yes no
            """);

    private SecretLabels() {}

    /** The value behind the sign that stands here, if a label stands before it. */
    static long at(CharSequence text, int sign, int floor) {
        int labelEnd = Chars.before(text, sign, floor) == ' ' ? sign - 1 : sign;
        char quote = Chars.before(text, labelEnd, floor);
        labelEnd = quote == '"' || quote == '\'' ? labelEnd - 1 : labelEnd;
        boolean isLabel = Chars.isLetter(Chars.before(text, labelEnd, floor));
        if (!isLabel || isWorkingFolder(text, sign, labelEnd, floor)) {
            return Match.NONE;
        }
        if (isAnyOf(USERS, text, labelEnd, floor)) {
            return valueBehind(text, sign, 1, PrivateKind.USER_NAME);
        }
        boolean isPass = text.charAt(sign) == '=' && isWhole("pass", text, labelEnd, floor);
        if (isPass || isAnyOf(SECRETS, text, labelEnd, floor) || isKey(text, labelEnd, floor)) {
            return valueBehind(text, sign, 1, PrivateKind.SECRET);
        }
        return Chars.endsWithAnyCase(text, labelEnd, floor, "token")
                ? valueBehind(text, sign, SHORTEST_TOKEN, PrivateKind.SECRET)
                : Match.NONE;
    }

    private static boolean isAnyOf(List<String> labels, CharSequence text, int end, int floor) {
        for (String label : labels) {
            if (Chars.endsWithAnyCase(text, end, floor, label)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(String label, CharSequence text, int end, int floor) {
        return Chars.endsWithAnyCase(text, end, floor, label)
                && !Chars.isWord(Chars.before(text, end - label.length(), floor));
    }

    /** {@code PWD=/app}, which shells keep in every environment. */
    private static boolean isWorkingFolder(CharSequence text, int sign, int labelEnd, int floor) {
        return Chars.at(text, sign + 1) == '/' && isWhole("pwd", text, labelEnd, floor);
    }

    private static boolean isKey(CharSequence text, int end, int floor) {
        for (String label : ALONE) {
            if (isWhole(label, text, end, floor)) {
                return true;
            }
        }
        if (!Chars.endsWithAnyCase(text, end, floor, "key")) {
            return false;
        }
        int word = end - 3;
        return isAnyOf(KEYS, text, Chars.isWord(Chars.before(text, word, floor)) ? word : word - 1, floor);
    }

    private static long valueBehind(CharSequence text, int sign, int shortest, PrivateKind kind) {
        int start = Chars.skipSpaces(text, Chars.at(text, sign + 1) == '>' ? sign + 2 : sign + 1);
        char quote = Chars.at(text, start);
        if (quote == '"' || quote == '\'') {
            return value(text, start + 1, endOfQuoted(text, start + 1, quote), shortest, kind);
        }
        int behindScheme = AuthSchemes.endOf(text, start);
        if (behindScheme > 0) {
            return value(text, behindScheme, endOfValue(text, behindScheme), 1, kind);
        }
        int end = endOfValue(text, start);
        boolean isSentence = start > sign + 1 && text.charAt(sign) == ':' && isPlainWord(text, start, end);
        return isSentence ? Match.NONE : value(text, start, end, shortest, kind);
    }

    private static int endOfQuoted(CharSequence text, int start, char quote) {
        int at = start;
        while (at < text.length() && text.charAt(at) != quote) {
            at++;
        }
        return at;
    }

    private static int endOfValue(CharSequence text, int start) {
        int at = start;
        while (at < text.length() && !Chars.endsValue(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPlainWord(CharSequence text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            boolean isPlain = at == start ? Character.isLetter(c) : Character.isLowerCase(c);
            boolean isPeriod = at == end - 1 && (c == '.' || c == ':');
            if (!isPlain && !isPeriod) {
                return false;
            }
        }
        return true;
    }

    private static long value(CharSequence text, int start, int end, int shortest, PrivateKind kind) {
        if (end - start < shortest || Markers.beginsAt(text, start) || isPlaceholder(text, start, end)) {
            return Match.NONE;
        }
        boolean isNothing =
                NO_VALUES.contains(text.subSequence(start, end).toString().toLowerCase(Locale.ROOT));
        return isNothing ? Match.NONE : Match.of(kind, start, end);
    }

    /** {@code ***}, {@code ?}, {@code ${NAME}}, {@code %s}: nothing, or the place where something will be. */
    private static boolean isPlaceholder(CharSequence text, int start, int end) {
        if (Chars.startsWith(text, start, "${") || Chars.startsWith(text, start, "%s")) {
            return true;
        }
        for (int at = start; at < end; at++) {
            if (Chars.isWord(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }
}
