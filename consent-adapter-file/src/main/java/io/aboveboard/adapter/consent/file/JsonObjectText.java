package io.aboveboard.adapter.consent.file;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a JSON object, changed by splicing: what is not changed keeps every byte, whatever it is. Immutable; every
 * change is parsed again, so that no text comes out that could not be read.
 */
final class JsonObjectText {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** As Python writes by default, so that the host reads it whatever its locale. */
    private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private static final int LONGEST_INDENT = 64;

    private final String where;
    private final byte[] text;
    private final List<JsonMember> members;

    private JsonObjectText(String where, byte[] text, List<JsonMember> members) {
        this.where = where;
        this.text = text;
        this.members = members;
    }

    /**
     * Takes a text for what it is.
     *
     * @param where how to call it in messages
     * @param text the bytes, which the caller no longer changes
     * @throws UnreadableFileException if it is not exactly one JSON object
     */
    static JsonObjectText of(String where, byte[] text) throws UnreadableFileException {
        return new JsonObjectText(where, text, JsonObjectReader.membersOf(where, text));
    }

    /** An object without members. */
    static JsonObjectText empty(String where) {
        return new JsonObjectText(where, new byte[] {'{', '}'}, List.of());
    }

    static String literal(String value) {
        try {
            return ASCII.writeValueAsString(value);
        } catch (IOException neverInMemory) {
            throw new IllegalStateException("a string could not be written as JSON", neverInMemory);
        }
    }

    String where() {
        return where;
    }

    /** The bytes themselves, not to be changed. */
    byte[] bytes() {
        return text;
    }

    boolean isSameAs(JsonObjectText other) {
        return Arrays.equals(text, other.text);
    }

    /** All members of a name, in their order; JSON does not forbid more than one. */
    List<JsonMember> all(String name) {
        return members.stream().filter(member -> member.name().equals(name)).toList();
    }

    /** The member that counts for most readers, Python's among them: the last of its name. */
    Optional<JsonMember> last(String name) {
        return all(name).stream().reduce((earlier, later) -> later);
    }

    /** The text of the last member of a name, if it is a string. */
    Optional<String> string(String name) {
        return last(name)
                .filter(member -> member.token() == JsonToken.VALUE_STRING)
                .map(this::decoded);
    }

    /** A value as it is written. */
    String literalOf(JsonMember member) {
        return slice(member.valueStart(), member.valueEnd());
    }

    /** The literals of all members, by name. */
    Map<String, List<String>> literals() {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (JsonMember member : members) {
            byName.computeIfAbsent(member.name(), unused -> new ArrayList<>()).add(literalOf(member));
        }
        return byName;
    }

    /**
     * Sets a member wherever it stands, or adds it at the end in the style of the text.
     *
     * @param name the name
     * @param literal the value as JSON, in ASCII or as {@link #literalOf} gave it
     */
    JsonObjectText with(String name, String literal) throws UnreadableFileException {
        List<JsonMember> there = all(name);
        if (there.isEmpty()) {
            return added(name, literal);
        }
        JsonObjectText changed = this;
        for (int index = 0; index < there.size(); index++) {
            JsonMember member = changed.all(name).get(index);
            changed = changed.spliced(member.valueStart(), member.valueEnd(), literal);
        }
        return changed;
    }

    /** Removes all members of a name. */
    JsonObjectText without(String name) throws UnreadableFileException {
        JsonObjectText changed = this;
        for (Optional<JsonMember> found = last(name); found.isPresent(); found = changed.last(name)) {
            changed = changed.removed(changed.members.indexOf(found.get()));
        }
        return changed;
    }

    private JsonObjectText removed(int index) throws UnreadableFileException {
        JsonMember member = members.get(index);
        if (members.size() == 1) {
            return emptied("");
        }
        if (index + 1 < members.size()) {
            return spliced(member.start(), members.get(index + 1).start(), "");
        }
        return index == 0
                ? spliced(member.start(), member.valueEnd(), "")
                : spliced(members.get(index - 1).valueEnd(), member.valueEnd(), "");
    }

    private JsonObjectText added(String name, String literal) throws UnreadableFileException {
        if (members.isEmpty()) {
            return emptied("\n  " + literal(name) + ": " + literal + "\n");
        }
        JsonMember last = members.get(members.size() - 1);
        String colon = indent().isEmpty() ? ":" : ": ";
        return spliced(last.valueEnd(), last.valueEnd(), "," + indent() + literal(name) + colon + literal);
    }

    /** For an object of no member, or of one that goes. */
    private JsonObjectText emptied(String inside) throws UnreadableFileException {
        String all = slice(0, text.length);
        return spliced(all.indexOf('{') + 1, all.lastIndexOf('}'), inside);
    }

    /** What stands before the last member, so that the next looks like it. */
    private String indent() {
        int end = members.get(members.size() - 1).start();
        int start = end;
        while (isWhitespace(text[start - 1])) {
            start--;
        }
        return end - start > LONGEST_INDENT ? "\n  " : slice(start, end);
    }

    private static boolean isWhitespace(byte each) {
        return each == ' ' || each == '\n' || each == '\r' || each == '\t';
    }

    private JsonObjectText spliced(int start, int end, String replacement) throws UnreadableFileException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream(text.length + replacement.length());
        changed.write(text, 0, start);
        changed.writeBytes(replacement.getBytes(StandardCharsets.ISO_8859_1));
        changed.write(text, end, text.length - end);
        return of(where, changed.toByteArray());
    }

    private String decoded(JsonMember string) {
        try {
            return MAPPER.readValue(text, string.valueStart(), string.valueEnd() - string.valueStart(), String.class);
        } catch (IOException parsedBefore) {
            throw new IllegalStateException(where + ": a value changed under the reader", parsedBefore);
        }
    }

    /** Bytes as characters, one each, so that they come back as they were. */
    private String slice(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
