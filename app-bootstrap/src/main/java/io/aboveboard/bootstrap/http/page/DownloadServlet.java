package io.aboveboard.bootstrap.http.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.bootstrap.status.StatusJson;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentExport;
import io.aboveboard.domain.port.ConsentLedgerException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** {@code GET /download/…}: what people take with them. Thread-safe. */
public final class DownloadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

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

    private void sent(OutputStream out) throws IOException {
        RecordStream.write(
                "sent",
                out,
                stream -> transparency.eachSent(
                        sent -> stream.add(sent.record(), record -> delivered(sent.deliveredAt(), record))));
    }

    private static JsonNode delivered(Instant at, JsonNode record) {
        return Json.object().put("delivered_at", at.toString()).set("record", record);
    }

    private void preview(OutputStream out) throws IOException {
        RecordStream.write(
                "records",
                out,
                stream -> transparency.eachWaiting(record -> stream.add(record, UnaryOperator.identity())));
    }

    private static String text(JsonNode document) {
        return Json.text(document) + "\n";
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
