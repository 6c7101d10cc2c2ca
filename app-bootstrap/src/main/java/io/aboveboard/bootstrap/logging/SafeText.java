package io.aboveboard.bootstrap.logging;

/** Makes text from elsewhere fit for one line on a terminal. */
public final class SafeText {
    private SafeText() {}

    /**
     * Escapes what could forge a line, drive a terminal or turn the direction of the text around.
     *
     * @param text any text
     * @return the text with such characters written as {@code \n}, {@code \\u001b} and the like
     */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            default -> {
                if (isUnsafe(point)) {
                    safe.append(String.format("\\u%04x", point));
                } else {
                    safe.appendCodePoint(point);
                }
            }
        }
    }

    private static boolean isUnsafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
