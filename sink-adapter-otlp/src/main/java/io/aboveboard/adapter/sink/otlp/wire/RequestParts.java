package io.aboveboard.adapter.sink.otlp.wire;

import java.util.ArrayList;
import java.util.List;

/** The parts of a request that carries one log record: its encoded resource, scope and record. */
public final class RequestParts {
    private final byte[] resource;
    private final byte[] scope;
    private final byte[] logRecord;

    private RequestParts(byte[] resource, byte[] scope, byte[] logRecord) {
        this.resource = resource;
        this.scope = scope;
        this.logRecord = logRecord;
    }

    /**
     * Takes a request apart.
     *
     * @throws MalformedMessageException where it is no request of exactly one record
     */
    public static RequestParts of(byte[] request) throws MalformedMessageException {
        byte[] resourceLogs = only(request, LogsRequest.RESOURCE_LOGS);
        byte[] scopeLogs = only(resourceLogs, LogsRequest.SCOPE_LOGS);
        return new RequestParts(
                only(resourceLogs, LogsRequest.RESOURCE),
                only(scopeLogs, LogsRequest.SCOPE),
                only(scopeLogs, LogsRequest.LOG_RECORD));
    }

    /** The bytes of the {@code Resource} message. */
    public byte[] resource() {
        return resource.clone();
    }

    /** The bytes of the {@code InstrumentationScope} message. */
    public byte[] scope() {
        return scope.clone();
    }

    /** The bytes of the {@code LogRecord} message. */
    public byte[] logRecord() {
        return logRecord.clone();
    }

    private static byte[] only(byte[] message, int field) throws MalformedMessageException {
        List<byte[]> found = new ArrayList<>();
        ProtoReader reader = new ProtoReader(message);
        while (reader.next()) {
            if (reader.isDelimited(field)) {
                found.add(reader.delimited());
            } else {
                reader.skip();
            }
        }
        if (found.size() != 1) {
            throw new MalformedMessageException(found.size() + " fields " + field + " where one belongs");
        }
        return found.get(0);
    }
}
