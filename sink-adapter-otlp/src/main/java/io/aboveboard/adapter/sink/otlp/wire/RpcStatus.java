package io.aboveboard.adapter.sink.otlp.wire;

import java.nio.charset.StandardCharsets;

/** The {@code google.rpc.Status} in which an OTLP server explains an error. */
public final class RpcStatus {
    private static final int MESSAGE = 2;

    private RpcStatus() {}

    /**
     * Reads the message, empty where there is none.
     *
     * @throws MalformedMessageException where the bytes are no such status
     */
    public static String message(byte[] status) throws MalformedMessageException {
        String message = "";
        ProtoReader reader = new ProtoReader(status);
        while (reader.next()) {
            if (reader.isDelimited(MESSAGE)) {
                message = new String(reader.delimited(), StandardCharsets.UTF_8);
            } else {
                reader.skip();
            }
        }
        return message;
    }
}
