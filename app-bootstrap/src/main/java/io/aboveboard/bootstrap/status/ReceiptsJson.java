package io.aboveboard.bootstrap.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentExport;
import java.time.Instant;

/** Receipts for machines. */
public final class ReceiptsJson {
    private ReceiptsJson() {}

    /**
     * The receipts, as they are exported, and where they are broken.
     *
     * @param chain the chain, checked
     * @return {@code receipts} and {@code broken_at}
     */
    public static ObjectNode history(ConsentChain chain) {
        JsonNode exported = exported(chain);
        ObjectNode document = Json.object();
        document.set("receipts", exported.path("receipts"));
        document.set("broken_at", exported.path("broken_at"));
        return document;
    }

    /**
     * What checking them came to.
     *
     * @param chain the chain, checked
     * @return {@code intact}, how many receipts are {@code proved}, and {@code broken_at}
     */
    public static ObjectNode verdict(ConsentChain chain) {
        ObjectNode document = Json.object();
        document.put("intact", chain instanceof ConsentChain.Intact);
        document.put("proved", chain.receipts().size());
        document.set("broken_at", exported(chain).path("broken_at"));
        return document;
    }

    private static JsonNode exported(ConsentChain chain) {
        return Json.parsed(ConsentExport.of(null, chain, Instant.EPOCH));
    }
}
