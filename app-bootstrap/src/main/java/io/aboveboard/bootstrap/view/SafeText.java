package io.aboveboard.bootstrap.view;

/**
 * Text of others, made safe for a terminal: what moves the cursor, breaks the line or turns the direction of writing is
 * escaped, so that no value can pretend to be another line or change what stands before it.
 */
public final class SafeText {
    private SafeText() {}

    /**
     * Escapes what is not plainly visible.
     *
     * @param text any text
     * @return one line; a backslash in it stands doubled
     */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '\\' -> safe.append("\\\\");
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            default -> appendVisible(safe, point);
        }
    }

    private static void appendVisible(StringBuilder safe, int point) {
        if (!isVisible(point)) {
            safe.append(String.format(point > Character.MAX_VALUE ? "\\U%08x" : "\\u%04x", point));
        } else {
            safe.appendCodePoint(point);
        }
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.PRIVATE_USE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
