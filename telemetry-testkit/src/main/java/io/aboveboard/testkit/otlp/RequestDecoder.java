package io.aboveboard.testkit.otlp;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Makes a {@link ReceivedRequest} of what was read from a connection. */
final class RequestDecoder {
    /** The request limit that the protocol recommends, here also after decompression. */
    static final int MAX_BYTES = 64 * 1024 * 1024;

    private RequestDecoder() {}

    static ReceivedRequest decode(HttpRequest http) {
        try {
            return received(http, records(http), "");
        } catch (IOException | IllegalArgumentException undecodable) {
            return received(http, List.of(), String.valueOf(undecodable.getMessage()));
        }
    }

    private static ReceivedRequest received(HttpRequest http, List<ReceivedRecord> records, String problem) {
        return new ReceivedRequest(
                http.method(), http.path(), http.headers(), http.body(), http.begun(), List.copyOf(records), problem);
    }

    private static List<ReceivedRecord> records(HttpRequest http) throws IOException {
        ByteString content = content(http);
        return switch (http.contentType()) {
            case "application/x-protobuf" -> OtlpWire.records(content);
            case "application/json" -> OtlpWire.records(OtlpJson.toProtobuf(content.toByteArray()));
            default -> throw new IllegalArgumentException("content type " + http.contentType());
        };
    }

    private static ByteString content(HttpRequest http) throws IOException {
        return switch (http.header("content-encoding")) {
            case "", "identity" -> http.body();
            case "gzip" -> gunzip(http.body());
            default -> throw new IllegalArgumentException("content encoding " + http.header("content-encoding"));
        };
    }

    private static ByteString gunzip(ByteString body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(body.newInput())) {
            byte[] content = in.readNBytes(MAX_BYTES);
            if (in.read() >= 0) {
                throw new IllegalArgumentException("more than " + MAX_BYTES + " bytes after decompression");
            }
            return ByteString.copyFrom(content);
        }
    }
}
