package io.aboveboard.bootstrap.http.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.bootstrap.status.StatusJson;
import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.record.EncodedRecord;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** {@code GET /download/…}: what people take with them. Thread-safe. */
public final class DownloadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SENT = 10_000;

    private final transient Transparency transparency;
    private final transient ConsentControl consent;

    /**
     * A servlet.
     *
     * @param transparency what there is to see
     * @param consent where decisions are known
     */
    public DownloadServlet(Transparency transparency, ConsentControl consent) {
        this.transparency = transparency;
        this.consent = consent;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Objects.requireNonNullElse(request.getPathInfo(), "");
        byte[] body = (Json.text(document(name)) + "\n").getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name.substring(1) + "\"");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private ObjectNode document(String name) {
        return switch (name) {
            case "/sent.json" -> sent();
            case "/preview.json" -> preview();
            case "/receipts.json" -> receipts();
            case "/status.json" -> StatusJson.of(transparency.status());
            default -> throw new RefusedException(404, "not_found", "there is nothing at this address");
        };
    }

    private ObjectNode sent() {
        ObjectNode document = Json.object();
        ArrayNode records = document.putArray("sent");
        transparency
                .sent(MOST_SENT)
                .forEach(sent -> records.addObject()
                        .put("delivered_at", sent.deliveredAt().toString())
                        .set("record", json(sent.record())));
        return document;
    }

    private ObjectNode preview() {
        ObjectNode document = Json.object();
        ArrayNode records = document.putArray("records");
        transparency.preview().records().forEach(record -> records.add(json(record)));
        return document;
    }

    private static JsonNode json(EncodedRecord record) {
        return Json.parsed(RecordView.of(record).json());
    }

    private ObjectNode receipts() {
        ObjectNode document = Json.object();
        ArrayNode receipts = document.putArray("receipts");
        consent.history().forEach(receipt -> receipts.add(json(receipt)));
        return document;
    }

    private static ObjectNode json(ConsentReceipt receipt) {
        return Json.object()
                .put("sequence", receipt.sequence())
                .put("state", receipt.state().name())
                .put("surface", receipt.actor().surface().code())
                .put("actor", receipt.actor().id())
                .put("at", receipt.at().toString())
                .put("text_version", receipt.terms().textVersion())
                .put("schema_version", receipt.terms().schemaVersion())
                .put("recipient", receipt.terms().recipient())
                .put("previous_hash", receipt.previousHash())
                .put("hash", receipt.hash());
    }
}
