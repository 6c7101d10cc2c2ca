package io.aboveboard.bootstrap.http.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON of strangers: one object in UTF-8, each key once, nothing after it, and all of it within limits far below
 * those of the library. Thread-safe.
 */
public final class StrictJson {
    static final int DEEPEST = 16;
    static final int DEEPEST_OTLP = 48;
    private static final int LONGEST_OTLP_TEXT = 1024 * 1024;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 32 * 1024;
    private static final int LONGEST_KEY = 256;
    private static final int MOST_TOKENS = 100_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonMapper EVENTS = mapper(DEEPEST, LONGEST_TEXT);

    /**
     * As deep as protobuf may nest in the same request: a list in a list takes four steps in JSON. A text may be as long as
     * a body, which has its own limit: what of it is too long is not a property, and the rest of the batch is none the worse.
     */
    private static final JsonMapper OTLP = mapper(DEEPEST_OTLP, LONGEST_OTLP_TEXT);

    private static JsonMapper mapper(int deepest, int longestText) {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(deepest)
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxStringLength(longestText)
                                .maxNameLength(LONGEST_KEY)
                                .maxTokenCount(MOST_TOKENS)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private StrictJson() {}

    /**
     * Reads one object.
     *
     * @param body its bytes
     * @return the object; every number in it is finite
     * @throws RefusedException with 400 if the bytes are anything else
     */
    public static ObjectNode object(byte[] body) {
        return object(body, EVENTS);
    }

    /**
     * Reads one object of OTLP/JSON, which nests deeper and may hold longer texts.
     *
     * @param body its bytes
     * @return the object; every number in it is finite
     * @throws RefusedException with 400 if the bytes are anything else
     */
    public static ObjectNode otlp(byte[] body) {
        return object(body, OTLP);
    }

    private static ObjectNode object(byte[] body, JsonMapper mapper) {
        if (tree(textOf(body), mapper) instanceof ObjectNode object) {
            demandFinite(object);
            return object;
        }
        throw new RefusedException(400, "invalid_json", "the body must be one JSON object");
    }

    private static String textOf(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (!text.isEmpty() && text.charAt(0) != BYTE_ORDER_MARK) {
                return text;
            }
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedException(400, "invalid_encoding", "the body is not UTF-8");
        }
        throw new RefusedException(400, "invalid_json", "the body is empty or begins with a byte order mark");
    }

    private static JsonNode tree(String text, JsonMapper mapper) {
        try {
            return mapper.readTree(text);
        } catch (StreamConstraintsException overLimit) {
            throw new RefusedException(400, "json_over_limit", "the JSON is nested too deep, or a part of it too long");
        } catch (JsonProcessingException malformed) {
            throw new RefusedException(
                    400, "invalid_json", "the body is not JSON, or has a key twice or text after it");
        }
    }

    /** A number like 1e999 is none that could be told apart from another. */
    private static void demandFinite(JsonNode node) {
        if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            throw new RefusedException(400, "number_out_of_range", "a number is larger than can be told apart");
        }
        node.forEach(StrictJson::demandFinite);
    }
}
