package io.aboveboard.adapter.sink.otlp.http;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Receives one answer, and remembers its status and headers while the body is still on its way. Thread-safe. */
final class Reception implements BodyHandler<byte[]> {
    /** What a server has to say about a batch fits by far; the bound is the one OTLP names for clients. */
    static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final AtomicReference<ResponseInfo> seen = new AtomicReference<>();

    @Override
    public BodySubscriber<byte[]> apply(ResponseInfo info) {
        seen.set(info);
        return new BoundedBody(LARGEST_BODY);
    }

    /** The answer with its body; empty where not even the headers came. */
    Optional<ServerAnswer> whole(byte[] body) {
        return Optional.ofNullable(seen.get()).map(info -> whole(info, body));
    }

    /** The answer without its body, which broke off; empty where not even the headers came. */
    Optional<ServerAnswer> broken() {
        return Optional.ofNullable(seen.get()).map(info -> without(ServerAnswer.Body.BROKEN, info));
    }

    /** An answer that came without anybody receiving a body. */
    static ServerAnswer bodiless(HttpResponse<?> response) {
        return new ServerAnswer(response.statusCode(), firstValues(response.headers()), new byte[0]);
    }

    private static ServerAnswer whole(ResponseInfo info, byte[] body) {
        try {
            byte[] decoded = decode(info.headers(), body);
            return decoded.length > LARGEST_BODY
                    ? without(ServerAnswer.Body.OVERSIZED, info)
                    : new ServerAnswer(info.statusCode(), firstValues(info.headers()), decoded);
        } catch (IOException e) {
            return without(ServerAnswer.Body.BROKEN, info);
        }
    }

    private static ServerAnswer without(ServerAnswer.Body completeness, ResponseInfo info) {
        return ServerAnswer.without(completeness, info.statusCode(), firstValues(info.headers()));
    }

    private static byte[] decode(HttpHeaders headers, byte[] body) throws IOException {
        String coding =
                headers.firstValue("Content-Encoding").orElse("identity").trim();
        if (body.length == 0 || body.length > LARGEST_BODY || "identity".equalsIgnoreCase(coding)) {
            return body;
        }
        if (!"gzip".equalsIgnoreCase(coding)) {
            throw new IOException("an unknown content coding");
        }
        return Gzip.expand(body, LARGEST_BODY + 1);
    }

    private static Map<String, String> firstValues(HttpHeaders headers) {
        Map<String, String> first = new HashMap<>();
        headers.map().forEach((name, values) -> first.put(name, values.isEmpty() ? "" : values.get(0)));
        return first;
    }
}
