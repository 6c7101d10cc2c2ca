package io.aboveboard.adapter.sink.otlp.wire;

import io.aboveboard.domain.record.EncodedRecord;
import java.util.List;

/**
 * Writes an {@code ExportLogsServiceRequest}: one resource, one scope, any number of log records that are encoded
 * already. The result is, byte for byte, what the OpenTelemetry exporter writes for the same batch. Immutable.
 */
public final class LogsRequest {
    static final int RESOURCE_LOGS = 1;
    static final int RESOURCE = 1;
    static final int SCOPE_LOGS = 2;
    static final int SCOPE = 1;
    static final int LOG_RECORD = 2;

    private final byte[] resource;
    private final byte[] scope;

    /** An envelope of this encoded {@code Resource} and {@code InstrumentationScope}. */
    public LogsRequest(byte[] resource, byte[] scope) {
        this.resource = resource.clone();
        this.scope = scope.clone();
    }

    /**
     * Puts the records into the envelope, in the order given. Each is copied once, to where it stands in the request.
     *
     * @throws IllegalArgumentException without any record: an empty envelope is not to be sent
     * @throws ArithmeticException above 2 GiB
     */
    public byte[] of(List<EncodedRecord> records) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("records must not be empty");
        }
        long scopeLogs = scopeLogsSize(records);
        long resourceLogs = resourceLogsSize(scopeLogs);
        ProtoWriter writer = new ProtoWriter(Math.toIntExact(ProtoWriter.sizeOf(resourceLogs)));
        writer.header(RESOURCE_LOGS, resourceLogs).delimited(RESOURCE, resource);
        writer.header(SCOPE_LOGS, scopeLogs).delimited(SCOPE, scope);
        records.forEach(encoded -> writer.delimited(LOG_RECORD, encoded));
        return writer.toBytes();
    }

    private long scopeLogsSize(List<EncodedRecord> records) {
        long size = ProtoWriter.sizeOf(scope.length);
        for (EncodedRecord encoded : records) {
            size += ProtoWriter.sizeOf(encoded.size());
        }
        return size;
    }

    private long resourceLogsSize(long scopeLogs) {
        return ProtoWriter.sizeOf(resource.length) + ProtoWriter.sizeOf(scopeLogs);
    }
}
