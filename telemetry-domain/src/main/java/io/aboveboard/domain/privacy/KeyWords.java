package io.aboveboard.domain.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a key, in lower case: {@code X-Auth-Token}, {@code x_auth_token} and {@code xAuthToken} have the same. A
 * number at the end of a word is no part of it.
 */
final class KeyWords {
    private KeyWords() {}

    static List<String> of(String key) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= key.length(); i++) {
            if (i == key.length() || isBoundary(key, i)) {
                add(words, key.substring(start, i));
                start = i;
            }
        }
        return words;
    }

    /** Between a word and a separator, before a capital after a small letter, before the last capital of several. */
    private static boolean isBoundary(String key, int at) {
        char before = key.charAt(at - 1);
        char here = key.charAt(at);
        if (!Chars.isWord(before) || !Chars.isWord(here)) {
            return true;
        }
        return Chars.isUpper(here)
                && (!Chars.isUpper(before)
                        || (Chars.isLetter(Chars.at(key, at + 1)) && !Chars.isUpper(Chars.at(key, at + 1))));
    }

    private static void add(List<String> words, String part) {
        int end = part.length();
        while (end > 0 && !Chars.isLetter(part.charAt(end - 1))) {
            end--;
        }
        if (end > 0) {
            words.add(part.substring(0, end).toLowerCase(Locale.ROOT));
        }
    }
}
