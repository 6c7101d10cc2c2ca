package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.util.List;

/** Records that a thread wants to have stored, and what came of it. Guarded by the commit lock of the {@link Appender}. */
final class Request {
    private final List<EncodedRecord> records;
    private @Nullable Stored stored;
    private @Nullable IOException failure;

    /** Records of one layer and one consent, at least one. */
    Request(List<EncodedRecord> records) {
        this.records = records;
    }

    List<EncodedRecord> records() {
        return records;
    }

    Layer layer() {
        return records.get(0).layer();
    }

    long epoch() {
        return records.get(0).epoch();
    }

    boolean belongsWith(Request other) {
        return layer() == other.layer() && epoch() == other.epoch();
    }

    boolean isDone() {
        return stored != null || failure != null;
    }

    void stored(Stored result) {
        stored = result;
    }

    void failed(IOException why) {
        failure = why;
    }

    /**
     * What came of it, once it is done.
     *
     * @throws IOException if it was not stored
     */
    Stored result() throws IOException {
        if (stored != null) {
            return stored;
        }
        throw failure == null ? new IOException("not stored because another thread failed") : failure;
    }
}
