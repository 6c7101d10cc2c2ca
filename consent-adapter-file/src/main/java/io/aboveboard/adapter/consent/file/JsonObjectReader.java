package io.aboveboard.adapter.consent.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the members of a JSON object in a text, without taking over any value. Accepts what Python's {@code json} writes,
 * which is a little more than JSON; messages hold line and column and nothing of the text.
 */
final class JsonObjectReader {
    /** The most bytes of a text. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int MAX_DEPTH = 500;
    private static final int MAX_MEMBERS = 100_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_BYTES)
                    .maxStringLength(MAX_BYTES)
                    .maxNameLength(MAX_BYTES)
                    .build())
            .build();

    private final String where;
    private final byte[] text;

    private JsonObjectReader(String where, byte[] text) {
        this.where = where;
        this.text = text;
    }

    /**
     * Reads the members of the root object, in their order.
     *
     * @param where how to call the text in messages
     * @throws UnreadableFileException if it is not exactly one object
     */
    static List<JsonMember> membersOf(String where, byte[] text) throws UnreadableFileException {
        return new JsonObjectReader(where, text).read();
    }

    private List<JsonMember> read() throws UnreadableFileException {
        requireSize();
        requireUtf8();
        try (JsonParser parser = FACTORY.createParser(text)) {
            try {
                return readRoot(parser);
            } catch (StreamConstraintsException tooMuch) {
                throw unreadable(parser, "is nested too deeply or holds something too long");
            } catch (JsonProcessingException invalid) {
                throw halfWritten(parser, "is not valid JSON");
            }
        } catch (UnreadableFileException known) {
            throw known;
        } catch (IOException notFromMemory) {
            throw UnreadableFileException.of(where, "is not valid UTF-8; correct it or restore a backup");
        }
    }

    private List<JsonMember> readRoot(JsonParser parser) throws IOException {
        JsonToken root = parser.nextToken();
        if (root == null) {
            throw halfWritten(parser, "is empty");
        }
        if (root != JsonToken.START_OBJECT) {
            throw unreadable(parser, "is not a JSON object");
        }
        List<JsonMember> members = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            members.add(readMember(parser));
            if (members.size() > MAX_MEMBERS) {
                throw unreadable(parser, "has more than " + MAX_MEMBERS + " keys");
            }
        }
        if (parser.nextToken() != null) {
            throw unreadable(parser, "goes on after the end of the object");
        }
        return members;
    }

    private static JsonMember readMember(JsonParser parser) throws IOException {
        String name = parser.currentName();
        int start = (int) parser.currentTokenLocation().getByteOffset();
        JsonToken token = parser.nextToken();
        int valueStart = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return new JsonMember(
                name, start, valueStart, (int) parser.currentLocation().getByteOffset(), token);
    }

    private void requireSize() throws UnreadableFileException {
        if (text.length > MAX_BYTES) {
            throw UnreadableFileException.of(where, "has more than " + MAX_BYTES + " bytes; make it smaller");
        }
    }

    /** The parser would guess another encoding from a mark or from NULs, and offsets would be off. */
    private void requireUtf8() throws UnreadableFileException {
        boolean marked = text.length > 0 && (text[0] == (byte) 0xEF || (text[0] & 0xFF) >= 0xFE);
        if (marked) {
            throw UnreadableFileException.of(where, "begins with a byte order mark; store it as UTF-8 without one");
        }
        for (byte each : text) {
            if (each == 0) {
                throw UnreadableFileException.of(
                        where, "holds NUL bytes, so it is not UTF-8 text; restore a backup or store it as UTF-8");
            }
        }
    }

    private UnreadableFileException halfWritten(JsonParser parser, String what) {
        return UnreadableFileException.perhapsHalfWritten(place(parser), what + "; correct it or restore a backup");
    }

    private UnreadableFileException unreadable(JsonParser parser, String what) {
        return UnreadableFileException.of(place(parser), what + "; correct it or restore a backup");
    }

    private String place(JsonParser parser) {
        return where + ", line " + parser.currentLocation().getLineNr() + ", column "
                + parser.currentLocation().getColumnNr();
    }
}
