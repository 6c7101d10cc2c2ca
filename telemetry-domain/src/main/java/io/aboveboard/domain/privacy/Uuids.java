package io.aboveboard.domain.privacy;

/** UUIDs, which say nothing about anybody but hold numbers that could be mistaken for something that does. */
final class Uuids {
    private static final int FIRST = 8;
    private static final int LENGTH = 36;

    private Uuids() {}

    /** The end of the UUID that begins with a word, or that of the word. */
    static int endOf(CharSequence text, int start, int wordEnd) {
        boolean isUuid = wordEnd - start == FIRST
                && Chars.at(text, wordEnd) == '-'
                && isMadeOf(text, start)
                && !Chars.isWord(Chars.at(text, start + LENGTH));
        return isUuid ? start + LENGTH : wordEnd;
    }

    private static boolean isMadeOf(CharSequence text, int start) {
        for (int i = 0; i < LENGTH; i++) {
            char c = Chars.at(text, start + i);
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? c != '-' : !Chars.isHex(c)) {
                return false;
            }
        }
        return true;
    }
}
