package io.aboveboard.adapter.sink.otlp.wire;

import java.nio.charset.StandardCharsets;

/**
 * What an {@code ExportLogsServiceResponse} says, as the server wrote it: nothing is clamped or cleaned here.
 *
 * @param rejected log records the server refused for good; a lying server may say anything, also less than zero
 * @param message why, or a warning where nothing was refused; empty where the server said nothing
 */
public record LogsResponse(long rejected, String message) {
    private static final int PARTIAL_SUCCESS = 1;
    private static final int REJECTED_LOG_RECORDS = 1;
    private static final int ERROR_MESSAGE = 2;

    /**
     * Reads the protobuf encoding; no bytes at all are a response that says nothing.
     *
     * @throws MalformedMessageException where the bytes are no such message
     */
    public static LogsResponse fromProtobuf(byte[] body) throws MalformedMessageException {
        LogsResponse response = new LogsResponse(0, "");
        ProtoReader reader = new ProtoReader(body);
        while (reader.next()) {
            if (reader.isDelimited(PARTIAL_SUCCESS)) {
                response = partialSuccess(new ProtoReader(reader.delimited()));
            } else {
                reader.skip();
            }
        }
        return response;
    }

    /**
     * Reads the JSON encoding; field names in either of the two spellings protobuf allows.
     *
     * @throws MalformedMessageException where the bytes are no JSON object or nested absurdly deep
     */
    public static LogsResponse fromJson(byte[] body) throws MalformedMessageException {
        return new JsonResponse(body).read();
    }

    private static LogsResponse partialSuccess(ProtoReader reader) throws MalformedMessageException {
        long rejected = 0;
        String message = "";
        while (reader.next()) {
            if (reader.isVarint(REJECTED_LOG_RECORDS)) {
                rejected = reader.varint();
            } else if (reader.isDelimited(ERROR_MESSAGE)) {
                message = new String(reader.delimited(), StandardCharsets.UTF_8);
            } else {
                reader.skip();
            }
        }
        return new LogsResponse(rejected, message);
    }
}
