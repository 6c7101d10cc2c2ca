package io.aboveboard.bootstrap.http;

import io.aboveboard.bootstrap.http.guard.Refusal;
import io.aboveboard.bootstrap.http.guard.SafeHeaders;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, before any filter sees it, gets the same headers and says as little. Thread-safe. */
final class PlainErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        byte[] body = refusal(response.getStatus()).body();
        SafeHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
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
