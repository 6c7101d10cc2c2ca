package io.aboveboard.adapter.sink.otlp.answer;

import java.nio.charset.StandardCharsets;

/** Makes text of a server fit to be shown, on a terminal too. */
final class ServerText {
    private static final int LONGEST_BYTES = 1024;

    private ServerText() {}

    static String shown(byte[] text) {
        return shown(new String(text, StandardCharsets.UTF_8));
    }

    /** At most 1 KiB in UTF-8, on one line, without control characters and whatever reorders or hides text. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int size = 0;
        for (int codePoint : text.codePoints().map(ServerText::plain).toArray()) {
            size += utf8Size(codePoint);
            if (size > LONGEST_BYTES) {
                break;
            }
            shown.appendCodePoint(codePoint);
        }
        return shown.toString().strip();
    }

    private static int plain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> ' ';
            default -> codePoint;
        };
    }

    private static int utf8Size(int codePoint) {
        return Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
    }
}
