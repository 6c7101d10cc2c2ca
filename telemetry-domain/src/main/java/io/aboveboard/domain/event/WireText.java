package io.aboveboard.domain.event;

/** Makes text fit for the wire: well-formed Unicode, no control characters, bounded. */
final class WireText {
    private static final char REPLACEMENT = '\uFFFD';

    private WireText() {}

    /** Cuts at {@link PropertyRules#MAX_TEXT_LENGTH}; a half surrogate becomes U+FFFD, a control character a space. */
    static String clean(String raw) {
        return cut(legible(cut(raw)));
    }

    /** The same, but with as much behind the cut as it takes to know what is cut there. */
    static String legible(String raw) {
        String cut = cut(raw, PropertyRules.MAX_RAW_LENGTH);
        return isClean(cut) ? cut : rewrite(cut);
    }

    static String cut(String raw) {
        return cut(raw, PropertyRules.MAX_TEXT_LENGTH);
    }

    private static String cut(String raw, int end) {
        if (raw.length() <= end) {
            return raw;
        }
        return raw.substring(0, Character.isHighSurrogate(raw.charAt(end - 1)) ? end - 1 : end);
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= 0x7F && (c < 0xA0 || Character.isSurrogate(c)))) {
                return false;
            }
        }
        return true;
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

    /** How many bytes a well-formed text takes in UTF-8: of a surrogate pair each half counts for two. */
    static int utf8Length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }
}
