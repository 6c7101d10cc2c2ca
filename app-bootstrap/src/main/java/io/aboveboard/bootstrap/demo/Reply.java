package io.aboveboard.bootstrap.demo;

import com.google.protobuf.CodedOutputStream;
import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What the receiver answers: an {@code ExportLogsServiceResponse}, or a {@code google.rpc.Status} with its message. */
final class Reply {
    private static final int OK = 200;
    private static final long NO_BODY = -1;
    private static final int MESSAGE_OF_STATUS = 2;

    private final int status;
    private final byte[] body;

    private Reply(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    static Reply taken() {
        return new Reply(OK, ExportLogsServiceResponse.getDefaultInstance().toByteArray());
    }

    static Reply refused(RefusedRequestException why) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(body);
        out.writeString(MESSAGE_OF_STATUS, String.valueOf(why.getMessage()));
        out.flush();
        return new Reply(why.status(), body.toByteArray());
    }

    void sendOn(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? NO_BODY : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
