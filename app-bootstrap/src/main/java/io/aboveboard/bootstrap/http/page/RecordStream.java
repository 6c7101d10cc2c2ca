package io.aboveboard.bootstrap.http.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.domain.record.EncodedRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Writes records as one document while they come: all of them as one tree would need many times the memory. One whose
 * bytes are no record, which a broken disk can leave behind, is counted at the end instead. Not thread-safe.
 */
final class RecordStream {
    private final OutputStream out;
    private String before;
    private long unreadable;

    private RecordStream(String name, OutputStream out) {
        this.out = out;
        this.before = "{\"" + name + "\":[\n";
    }

    /**
     * Writes a document.
     *
     * @param name how its records are called
     * @param records shows them to the stream
     * @throws IOException if the reader is gone
     */
    static void write(String name, OutputStream out, Consumer<RecordStream> records) throws IOException {
        RecordStream stream = new RecordStream(name, out);
        try {
            records.accept(stream);
            stream.end();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    /** @param dressed puts the record into what stands in the document */
    void add(EncodedRecord record, UnaryOperator<JsonNode> dressed) {
        JsonNode json;
        try {
            json = Json.parsed(RecordView.of(record).json());
        } catch (IllegalArgumentException undecodable) {
            unreadable++;
            return;
        }
        write(before + dressed.apply(json));
        before = ",\n";
    }

    private void end() {
        String nothing = before.startsWith("{") ? before.strip() : "\n";
        write(nothing + "],\"unreadable\":" + unreadable + "}\n");
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
