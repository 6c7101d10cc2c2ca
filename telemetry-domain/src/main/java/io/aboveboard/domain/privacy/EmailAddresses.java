package io.aboveboard.domain.privacy;

import java.util.Set;

/**
 * E-mail addresses, found at their {@code @}, or at {@code %40}, as it stands in URLs. The domain has at least two labels,
 * the last of which begins with two letters, or is an IPv4 address. Versions ({@code pkg@1.0.0-rc.x}), images of a size ({@code logo@2x.png}) and
 * the {@code git@} of repositories are none.
 */
final class EmailAddresses {
    private static final int LONGEST_LOCAL = 64;
    private static final Set<String> FILE_ENDINGS =
            Words.of("avif css gif htm html ico jpeg jpg js json pdf png svg txt webp xml");

    private EmailAddresses() {}

    /** The address whose sign stands here, if there is one. */
    static long at(CharSequence text, int sign, int floor) {
        int behind = endOfSign(text, sign);
        if (behind < 0) {
            return Match.NONE;
        }
        int start = startOfLocal(text, sign, floor);
        if (start == sign || isGit(text, start, sign)) {
            return Match.NONE;
        }
        int end = Math.max(endOfDomain(text, behind), endOfAddress(text, behind));
        return end < 0 ? Match.NONE : Match.of(PrivateKind.EMAIL, start, end);
    }

    /** The address that something else which was found is a part of, if it is. */
    static long around(CharSequence text, long found, int floor) {
        int at = Match.end(found);
        int last = Math.min(text.length(), at + LONGEST_LOCAL);
        while (at < last && isLocal(text.charAt(at))) {
            at++;
        }
        long mail = at(text, at, floor);
        return mail != Match.NONE && Match.start(mail) <= Match.start(found) ? mail : Match.NONE;
    }

    private static int endOfSign(CharSequence text, int sign) {
        if (Chars.at(text, sign) == '@') {
            return sign + 1;
        }
        return Chars.startsWith(text, sign, "%40") ? sign + 3 : -1;
    }

    /** Signs may stand in a local part, but it begins with a letter or digit. */
    private static int startOfLocal(CharSequence text, int sign, int floor) {
        int start = sign;
        for (int at = sign - 1; at >= floor && isLocal(text.charAt(at)); at--) {
            start = Chars.isWord(text.charAt(at)) ? at : start;
        }
        return start;
    }

    private static boolean isLocal(char c) {
        return Chars.isWord(c) || c == '.' || c == '_' || c == '+' || c == '-' || c == '\'';
    }

    private static boolean isGit(CharSequence text, int start, int sign) {
        return sign - start == 3 && Chars.startsWith(text, start, "git");
    }

    /** The end of the last label that can be a top-level domain, or -1. */
    private static int endOfDomain(CharSequence text, int from) {
        int end = -1;
        int numeric = 0;
        int at = from;
        for (int label = 0; at < text.length() && Chars.isWord(text.charAt(at)); label++) {
            int next = endOfLabel(text, at);
            numeric += label < 2 && isNumeric(text, at, next) ? 1 : 0;
            if (label > 0 && numeric < 2 && isTop(text, at, next)) {
                end = next;
            }
            at = Chars.at(text, next) == '.' ? next + 1 : text.length();
        }
        return end;
    }

    private static int endOfAddress(CharSequence text, int from) {
        boolean isBracketed = Chars.at(text, from) == '[';
        int end = Ip4Addresses.endOf(text, isBracketed ? from + 1 : from);
        return isBracketed && end > 0 && Chars.at(text, end) == ']' ? end + 1 : end;
    }

    private static int endOfLabel(CharSequence text, int from) {
        int end = from;
        for (int at = from; at < text.length() && isLabel(text.charAt(at)); at++) {
            end = Chars.isWord(text.charAt(at)) ? at + 1 : end;
        }
        return end;
    }

    private static boolean isLabel(char c) {
        return Chars.isWord(c) || c == '-';
    }

    private static boolean isNumeric(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Chars.isDigit(text.charAt(at)) && text.charAt(at) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isTop(CharSequence text, int from, int to) {
        return to - from >= 2
                && Character.isLetter(text.charAt(from))
                && Character.isLetter(text.charAt(from + 1))
                && !FILE_ENDINGS.contains(text.subSequence(from, to).toString());
    }
}
