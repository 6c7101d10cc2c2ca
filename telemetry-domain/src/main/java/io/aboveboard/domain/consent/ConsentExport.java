package io.aboveboard.domain.consent;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.InstallId;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Receipts as one JSON document that can be kept, handed on and checked without this library. It holds how to check it.
 * A pure function; the text is ASCII, so that nothing on its way spoils it.
 */
public final class ConsentExport {
    /** Names the form of the document; another form gets another name. */
    public static final String FORMAT = "aboveboard-consent-receipts/1";

    private static final String HOW_TO_VERIFY =
            "For each receipt take, in this order: sequence, state in capitals, surface,"
                    + " actor, at, text_version, schema_version, recipient, previous_hash. Write each as"
                    + " <number of bytes in UTF-8>:<text>, followed by a comma, and join them. The SHA-256 of that, in lower-case"
                    + " hexadecimal, is its hash. The first previous_hash is 64 zeros, every other one the hash before it;"
                    + " sequence counts from 1.";
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    private ConsentExport() {}

    /**
     * The document.
     *
     * @param id whose receipts they are, {@code null} where there is no identity
     * @param chain the receipts, checked
     * @param at when they are exported
     * @return the JSON text, with a line break at its end
     */
    public static String of(@Nullable InstallId id, ConsentChain chain, Instant at) {
        String receipts = chain.receipts().stream()
                .map(ConsentExport::receipt)
                .collect(Collectors.joining(",\n", "[\n", "\n  ]"));
        return "{\n  " + text("format", FORMAT)
                + ",\n  " + member("install_id", id == null ? "null" : quoted(id.toString()))
                + ",\n  " + text("exported_at", at.toString())
                + ",\n  " + text("how_to_verify", HOW_TO_VERIFY)
                + ",\n  " + member("broken_at", brokenAt(chain))
                + ",\n  " + member("receipts", chain.receipts().isEmpty() ? "[]" : receipts)
                + "\n}\n";
    }

    private static String brokenAt(ConsentChain chain) {
        return chain instanceof ConsentChain.Broken broken
                ? "{" + member("line", Integer.toString(broken.line())) + ", "
                        + text("why", "the receipt " + broken.why()) + "}"
                : "null";
    }

    private static String receipt(ConsentReceipt receipt) {
        return "    {" + member("sequence", Long.toString(receipt.sequence()))
                + ", " + text("state", receipt.state().name().toLowerCase(Locale.ROOT))
                + ", " + text("surface", receipt.actor().surface().code())
                + ", " + text("actor", receipt.actor().id())
                + ", " + text("at", receipt.at().toString())
                + ", " + text("text_version", receipt.terms().textVersion())
                + ", " + text("schema_version", receipt.terms().schemaVersion())
                + ", " + text("recipient", receipt.terms().recipient())
                + ", " + text("previous_hash", receipt.previousHash())
                + ", " + text("hash", receipt.hash()) + "}";
    }

    private static String text(String name, String value) {
        return member(name, quoted(value));
    }

    private static String member(String name, String literal) {
        return quoted(name) + ": " + literal;
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(character -> escaped((char) character))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(char character) {
        if (character == '"' || character == '\\') {
            return "\\" + character;
        }
        return character >= FIRST_PRINTABLE && character <= LAST_PRINTABLE
                ? String.valueOf(character)
                : String.format(Locale.ROOT, "\\u%04x", (int) character);
    }
}
