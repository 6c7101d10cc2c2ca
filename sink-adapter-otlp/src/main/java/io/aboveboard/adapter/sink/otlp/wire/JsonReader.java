package io.aboveboard.adapter.sink.otlp.wire;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads one JSON text from front to back, as much as a small answer needs. Nesting is bounded, so that an answer cannot
 * exhaust the stack. Not thread-safe.
 */
final class JsonReader {
    private static final int DEEPEST = 32;
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private final String text;
    private int position;
    private int depth;

    JsonReader(byte[] body) {
        this.text = new String(body, StandardCharsets.UTF_8);
    }

    /** Is told the name of each member of an object and has to read its value. */
    interface Member {
        void value(String name) throws MalformedMessageException;
    }

    boolean atObject() {
        return peek() == '{';
    }

    void object(Member member) throws MalformedMessageException {
        expect('{');
        items('}', () -> {
            String name = string();
            expect(':');
            member.value(name);
        });
    }

    /** A string; whatever else stands there counts as an empty one. */
    String text() throws MalformedMessageException {
        if (peek() == '"') {
            return string();
        }
        skip();
        return "";
    }

    /** An integer, plain or in quotes as protobuf writes 64 bits; null is nought. */
    long integer() throws MalformedMessageException {
        String written = peek() == '"' ? string() : word();
        try {
            return "null".equals(written) ? 0 : Long.parseLong(written);
        } catch (NumberFormatException e) {
            throw new MalformedMessageException("no integer where one belongs");
        }
    }

    void skip() throws MalformedMessageException {
        switch (peek()) {
            case '{' -> object(name -> skip());
            case '[' -> array();
            case '"' -> string();
            default -> literal();
        }
    }

    void end() throws MalformedMessageException {
        peek();
        if (position != text.length()) {
            throw new MalformedMessageException("more after the end");
        }
    }

    private void array() throws MalformedMessageException {
        expect('[');
        items(']', this::skip);
    }

    private interface Item {
        void read() throws MalformedMessageException;
    }

    private void items(char end, Item item) throws MalformedMessageException {
        enter();
        if (peek() != end) {
            item.read();
            while (peek() == ',') {
                expect(',');
                item.read();
            }
        }
        expect(end);
        depth--;
    }

    private void enter() throws MalformedMessageException {
        if (++depth > DEEPEST) {
            throw new MalformedMessageException("nested too deep");
        }
    }

    private void literal() throws MalformedMessageException {
        String word = word();
        if (!LITERALS.contains(word) && !isNumber(word)) {
            throw new MalformedMessageException("no value where one belongs");
        }
    }

    private static boolean isNumber(String word) {
        return word.matches("-?[0-9]{1,64}(\\.[0-9]{1,64})?([eE][+-]?[0-9]{1,9})?");
    }

    private String word() {
        peek();
        int start = position;
        while (position < text.length() && isWordPart(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
    }

    private String string() throws MalformedMessageException {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char c = take(); c != '"'; c = take()) {
            value.append(c == '\\' ? escaped() : c);
        }
        return value.toString();
    }

    private char escaped() throws MalformedMessageException {
        char c = take();
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            case '"', '\\', '/' -> c;
            default -> throw new MalformedMessageException("no such escape");
        };
    }

    private char unicode() throws MalformedMessageException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(take(), 16);
            if (digit < 0) {
                throw new MalformedMessageException("no such escape");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    private void expect(char c) throws MalformedMessageException {
        if (peek() != c) {
            throw new MalformedMessageException("no '" + c + "' where one belongs");
        }
        position++;
    }

    private char take() throws MalformedMessageException {
        if (position == text.length()) {
            throw new MalformedMessageException("the text ends within a string");
        }
        return text.charAt(position++);
    }

    /** The next character that is no white space, which stays unread; 0 at the end. */
    private char peek() {
        while (position < text.length() && isWhiteSpace(text.charAt(position))) {
            position++;
        }
        return position == text.length() ? 0 : text.charAt(position);
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
