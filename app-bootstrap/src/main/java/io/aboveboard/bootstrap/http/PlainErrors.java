package io.aboveboard.bootstrap.http;

import io.aboveboard.bootstrap.http.guard.Refusal;
import io.aboveboard.bootstrap.http.guard.SafeHeaders;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, before any filter sees it, gets the same headers and says as little. Thread-safe. */
final class PlainErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        write(refusal(response.getStatus()), request, response, callback);
        return true;
    }

    /** Nothing more is read from whoever sends a body that nobody wants. */
    static void write(Refusal refusal, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        boolean isProtobuf = Answers.isProtobuf(
                Request.getPathInContext(request), request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        byte[] body = isProtobuf ? refusal.protobuf() : refusal.body();
        SafeHeaders.ALL.forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, isProtobuf ? Answers.PROTOBUF : "application/json");
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        if (refusal.retrySeconds() > 0) {
            headers.put(HttpHeader.RETRY_AFTER, refusal.retrySeconds());
        }
        if (refusal.status() == HttpStatus.UNAUTHORIZED_401) {
            headers.put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        if (WholeBodies.isLarge(request)) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        response.setStatus(refusal.status());
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case 404 -> Refusal.of(status, "not_found", "there is nothing at this address");
            case 408 -> Refusal.of(status, "too_slow", "the request took too long to arrive");
            case 413 -> Refusal.of(status, "too_large", "the body is larger than this server takes");
            case 414, 431 -> Refusal.of(status, "head_too_large", "the head is larger than this server takes");
            case 503 ->
                Refusal.of(status, "too_many_large_bodies", "there are too many large bodies; come again later");
            default ->
                status < 500
                        ? Refusal.of(status, "bad_request", "the request could not be understood")
                        : Refusal.of(status, "failed", "this went wrong here");
        };
    }
}
