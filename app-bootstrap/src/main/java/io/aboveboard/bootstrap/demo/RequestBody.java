package io.aboveboard.bootstrap.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads the body of a request, plain or in gzip. */
final class RequestBody {
    /** Far above what a demo sends; the bound of what is read, also after decompression. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private RequestBody() {}

    static byte[] read(HttpExchange exchange) throws IOException, RefusedRequestException {
        String encoding =
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Encoding"), "");
        return switch (encoding) {
            case "", "identity" -> bounded(exchange.getRequestBody());
            case "gzip" -> unzipped(exchange.getRequestBody());
            default -> throw new RefusedRequestException(415, "only gzip is taken, or no encoding");
        };
    }

    private static byte[] unzipped(InputStream body) throws IOException, RefusedRequestException {
        try (InputStream in = new GZIPInputStream(body)) {
            return bounded(in);
        } catch (ZipException | EOFException malformed) {
            throw new RefusedRequestException(400, "the body is no complete gzip");
        }
    }

    private static byte[] bounded(InputStream in) throws IOException, RefusedRequestException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new RefusedRequestException(413, "at most " + MAX_BYTES + " bytes are taken");
        }
        return bytes;
    }
}
