package io.aboveboard.domain.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Home directories of Linux, macOS and Windows, found at the separator before {@code home} or {@code Users}, up to and with
 * the name of their owner. Routes of web applications look like them: {@code /users/42} and {@code /home/dashboard} are
 * none, nor is a folder {@code home} within another one.
 */
final class HomePaths {
    private static final int LONGEST_OWNER = 64;
    private static final int MOST_NAMES = 4;

    /** What comes after {@code /home} in applications, and whose home is nobody's. */
    private static final Set<String> NOBODY = Words.of("""
            about account add all contact create dashboard default delete details edit error export feed help import index
            list login logout manage me new news overview page profile public register roles search section settings shared
            start update view welcome
            """);

    /** Folders that hold a folder of homes. */
    private static final Set<String> ABOVE_HOME = Words.of("var export usr host file mnt net nfs srv");

    /** The last one is that of a server which Windows reaches. */
    private static final List<String> WINDOWS_HOMES = List.of("users", "documents and settings", "home");

    private HomePaths() {}

    /** The home directory whose last separator but one stands here, if there is one. */
    static long at(CharSequence text, int separator, int floor) {
        int name = afterSeparators(text, separator);
        int afterName = endOfHomes(text, separator, name, floor);
        if (afterName < 0 || !isSeparator(Chars.at(text, afterName))) {
            return Match.NONE;
        }
        int owner = afterSeparators(text, afterName);
        int end = endOfOwner(text, owner, Chars.at(text, afterName));
        return isOwner(text, owner, end)
                ? Match.of(PrivateKind.HOME_PATH, withDrive(text, separator, floor), end)
                : Match.NONE;
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '\\';
    }

    /** A separator may be doubled, as in texts that were escaped. */
    private static int afterSeparators(CharSequence text, int at) {
        return text.charAt(at) == '\\' && Chars.at(text, at + 1) == '\\' ? at + 2 : at + 1;
    }

    private static int endOfHomes(CharSequence text, int separator, int name, int floor) {
        boolean hasDrive = withDrive(text, separator, floor) < separator;
        if (text.charAt(separator) == '\\' || hasDrive) {
            return hasDrive || isShare(text, separator, floor) ? endOfWindowsHomes(text, name) : -1;
        }
        if (Chars.startsWith(text, separator - 2, ":/")) {
            return -1;
        }
        if (Chars.startsWith(text, name, "Users")) {
            return name + 5;
        }
        return Chars.startsWith(text, name, "home") && isRoot(text, separator, floor) ? name + 4 : -1;
    }

    private static int endOfWindowsHomes(CharSequence text, int name) {
        for (String homes : WINDOWS_HOMES) {
            if (Chars.startsWithAnyCase(text, name, homes)) {
                return name + homes.length();
            }
        }
        return -1;
    }

    /** At the root of something, or right below a server: not below a folder or a namespace. */
    private static boolean isShare(CharSequence text, int separator, int floor) {
        int start = startOfFolder(text, separator, floor);
        return start == separator
                || (Chars.before(text, start, floor) == '\\' && Chars.before(text, start - 1, floor) == '\\');
    }

    private static boolean isRoot(CharSequence text, int separator, int floor) {
        int start = startOfFolder(text, separator, floor);
        return start == separator
                ? Chars.before(text, separator, floor) != '.'
                : Chars.before(text, start, floor) == '/'
                        && ABOVE_HOME.contains(
                                text.subSequence(start, separator).toString());
    }

    private static int startOfFolder(CharSequence text, int separator, int floor) {
        int start = separator;
        while (start > floor && separator - start < LONGEST_OWNER && Chars.isWord(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int withDrive(CharSequence text, int separator, int floor) {
        boolean hasDrive = separator - 2 >= floor
                && text.charAt(separator - 1) == ':'
                && Chars.isLetter(text.charAt(separator - 2))
                && !Chars.isWord(Chars.before(text, separator - 2, floor));
        return hasDrive ? separator - 2 : separator;
    }

    /** Names on Windows hold blanks: they belong to it if another separator follows. */
    private static int endOfOwner(CharSequence text, int owner, char separator) {
        int end = endOfName(text, owner);
        int last = end;
        for (int i = 1; separator == '\\' && i < MOST_NAMES && Chars.at(text, last) == ' '; i++) {
            last = endOfName(text, last + 1);
            end = isSeparator(Chars.at(text, last)) ? last : end;
        }
        return end;
    }

    private static int endOfName(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && !isSeparator(text.charAt(at)) && isOfName(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOfName(char c) {
        return !Chars.endsValue(c) && c != ':' && c != '?' && c != '#' && c != '*' && c != '=';
    }

    private static boolean isOwner(CharSequence text, int start, int end) {
        if (end - start < 1 || end - start > LONGEST_OWNER || !isNamed(text, start, end)) {
            return false;
        }
        return !NOBODY.contains(text.subSequence(start, end).toString().toLowerCase(Locale.ROOT));
    }

    /** A name begins with a letter, digit or {@code _} and is no number, which would be a route. */
    private static boolean isNamed(CharSequence text, int start, int end) {
        char first = text.charAt(start);
        if (!Chars.isWord(first) && first != '_') {
            return false;
        }
        for (int at = start; at < end; at++) {
            if (!Chars.isDigit(text.charAt(at)) && text.charAt(at) != '-') {
                return true;
            }
        }
        return false;
    }
}
