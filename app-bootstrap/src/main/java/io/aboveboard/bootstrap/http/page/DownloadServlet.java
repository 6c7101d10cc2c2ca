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
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentExport;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;

/** {@code GET /download/…}: what people take with them. Thread-safe. */
public final class DownloadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SENT = 10_000;

    private final transient Transparency transparency;
    private final transient ConsentControl consent;
    private final transient InstantSource clock;

    /**
     * A servlet.
     *
     * @param transparency what there is to see
     * @param consent where decisions are known
     * @param clock wall time
     */
    public DownloadServlet(Transparency transparency, ConsentControl consent, InstantSource clock) {
        this.transparency = transparency;
        this.consent = consent;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Objects.requireNonNullElse(request.getPathInfo(), "");
        switch (name) {
            case "/sent.json" -> sent(begun(response, name));
            case "/preview.json" -> preview(begun(response, name));
            case "/receipts.json" -> write(receipts(), begun(response, name));
            case "/status.json" -> write(text(StatusJson.of(transparency.status())), begun(response, name));
            default -> throw new RefusedException(404, "not_found", "there is nothing at this address");
        }
    }

    private static OutputStream begun(HttpServletResponse response, String name) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name.substring(1) + "\"");
        return response.getOutputStream();
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One record after the other: all of them as one tree would need many times the memory. */
    private void sent(OutputStream out) throws IOException {
        String before = "{\"sent\":[\n";
        for (SentRecord sent : transparency.sent(MOST_SENT)) {
            ObjectNode line =
                    Json.object().put("delivered_at", sent.deliveredAt().toString());
            line.set("record", json(sent.record()));
            write(before + line, out);
            before = ",\n";
        }
        write(before.endsWith("[\n") ? "{\"sent\":[]}\n" : "\n]}\n", out);
    }

    private void preview(OutputStream out) throws IOException {
        ObjectNode document = Json.object();
        ArrayNode records = document.putArray("records");
        transparency.preview().records().forEach(record -> records.add(json(record)));
        write(text(document), out);
    }

    private static String text(JsonNode document) {
        return Json.text(document) + "\n";
    }

    private static JsonNode json(EncodedRecord record) {
        return Json.parsed(RecordView.of(record).json());
    }

    /** What {@code consent export} writes, so that it can be checked without this program. */
    private String receipts() {
        try {
            ConsentChain chain = ConsentChain.verify(consent.history().stream()
                    .map(receipt -> new ConsentChain.Line.Legible(receipt, receipt.hash()))
                    .toList());
            return ConsentExport.of(transparency.status().installId(), chain, clock.instant());
        } catch (ConsentLedgerException unreadable) {
            throw new RefusedException(500, "receipts_unreadable", "the receipts cannot be read; see consent verify");
        }
    }
}
