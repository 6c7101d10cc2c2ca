package io.aboveboard.testkit.otlp;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request before its body is decoded; header names are in lower case. */
record HttpRequest(String method, String path, Map<String, List<String>> headers, ByteString body, Instant begun) {

    HttpRequest withBody(ByteString read) {
        return new HttpRequest(method, path, headers, read, begun);
    }

    String header(String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    /** The media type without its parameters. */
    String contentType() {
        return header("content-type").replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    boolean isLogExport() {
        return method.equals("POST") && path.endsWith("/v1/logs");
    }
}
