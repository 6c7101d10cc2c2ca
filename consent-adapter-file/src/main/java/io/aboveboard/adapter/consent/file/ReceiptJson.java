package io.aboveboard.adapter.consent.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.consent.Surface;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;

/** One receipt as a line of JSON. A line carries the hash of its own receipt too, so that it can be checked alone. */
final class ReceiptJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReceiptJson() {}

    /** Writes a receipt, without a line break. */
    static String write(ConsentReceipt receipt) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("sequence", receipt.sequence());
        line.put("state", receipt.state().name().toLowerCase(Locale.ROOT));
        line.put("surface", receipt.actor().surface().code());
        line.put("actor", receipt.actor().id());
        line.put("at", receipt.at().toString());
        line.put("text_version", receipt.terms().textVersion());
        line.put("schema_version", receipt.terms().schemaVersion());
        line.put("recipient", receipt.terms().recipient());
        line.put("previous_hash", receipt.previousHash());
        line.put("hash", receipt.hash());
        return line.toString();
    }

    /** Reads a receipt and the hash beside it, or says why that cannot be done. */
    static ConsentChain.Line read(String line) {
        try {
            JsonNode node = parse(line);
            return new ConsentChain.Line.Legible(receiptOf(node), text(node, "hash"));
        } catch (BrokenReceiptException broken) {
            return new ConsentChain.Line.Illegible(String.valueOf(broken.getMessage()));
        }
    }

    private static ConsentReceipt receiptOf(JsonNode node) throws BrokenReceiptException {
        try {
            return new ConsentReceipt(
                    sequence(node),
                    ConsentState.valueOf(text(node, "state").toUpperCase(Locale.ROOT)),
                    new Actor(surface(node), text(node, "actor")),
                    Instant.parse(text(node, "at")),
                    new ConsentTerms(text(node, "text_version"), text(node, "schema_version"), text(node, "recipient")),
                    text(node, "previous_hash"));
        } catch (IllegalArgumentException | DateTimeParseException invalid) {
            throw new BrokenReceiptException("holds a value that no receipt has");
        }
    }

    private static JsonNode parse(String line) throws BrokenReceiptException {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException invalid) {
            throw new BrokenReceiptException("is not valid JSON");
        }
    }

    private static long sequence(JsonNode node) throws BrokenReceiptException {
        JsonNode value = node.path("sequence");
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new BrokenReceiptException("has no sequence number");
        }
        return value.longValue();
    }

    private static Surface surface(JsonNode node) throws BrokenReceiptException {
        String code = text(node, "surface");
        return Arrays.stream(Surface.values())
                .filter(surface -> surface.code().equals(code))
                .findAny()
                .orElseThrow(() -> new BrokenReceiptException("names a surface that is not known"));
    }

    private static String text(JsonNode node, String field) throws BrokenReceiptException {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new BrokenReceiptException("has no " + field);
        }
        return value.textValue();
    }
}
