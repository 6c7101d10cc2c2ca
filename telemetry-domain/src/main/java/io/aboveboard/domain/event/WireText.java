package io.aboveboard.domain.event;

/** Makes text fit for the wire: well-formed Unicode, no control characters, bounded. */
final class WireText {
    private static final char REPLACEMENT = '\uFFFD';

    private WireText() {}

    /** Cuts at {@link PropertyRules#MAX_TEXT_LENGTH}; a half surrogate becomes U+FFFD, a control character a space. */
    static String clean(String raw) {
        String cut = cut(raw);
        return isClean(cut) ? cut : rewrite(cut);
    }

    private static String cut(String raw) {
        if (raw.length() <= PropertyRules.MAX_TEXT_LENGTH) {
            return raw;
        }
        int end = PropertyRules.MAX_TEXT_LENGTH;
        return raw.substring(0, Character.isHighSurrogate(raw.charAt(end - 1)) ? end - 1 : end);
    }

    private static boolean isClean(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }

    private static String rewrite(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(replaced(point)));
        return clean.toString();
    }

    private static int replaced(int point) {
        if (Character.isISOControl(point)) {
            return ' ';
        }
        return Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point;
    }

    /** How many bytes the text takes in UTF-8. */
    static int utf8Length(String text) {
        return text.codePoints().map(WireText::utf8Length).sum();
    }

    private static int utf8Length(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }
}
