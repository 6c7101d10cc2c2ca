package io.aboveboard.bootstrap.http.api;

import io.aboveboard.bootstrap.http.guard.MediaType;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads bodies, packed or not, up to a limit that holds for both. Immutable and thread-safe. */
public final class RequestBody {
    private final int mostBytes;

    /**
     * A reader.
     *
     * @param mostBytes the limit
     */
    public RequestBody(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Demands that a body is of one of these types.
     *
     * @param request the request
     * @param types the types, in lower case
     * @return which of them it is
     * @throws RefusedException if it is none of them
     */
    public static String typeOf(HttpServletRequest request, List<String> types) {
        return MediaType.of(request)
                .filter(types::contains)
                .orElseThrow(() -> new RefusedException(
                        415, "unsupported_media_type", "send the body as " + String.join(" or ", types)));
    }

    /**
     * Reads a body whole.
     *
     * @param request the request
     * @return its bytes, unpacked
     * @throws RefusedException if there are too many, or they are packed in a way that is not understood
     * @throws IOException if the caller is gone
     */
    public byte[] read(HttpServletRequest request) throws IOException {
        List<String> encodings = Collections.list(request.getHeaders("Content-Encoding"));
        String encoding = String.join(",", encodings).strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> limited(request.getInputStream());
            case "gzip" -> unpacked(request.getInputStream());
            default -> throw new RefusedException(415, "unsupported_encoding", "pack the body with gzip or not at all");
        };
    }

    private byte[] unpacked(InputStream packed) throws IOException {
        byte[] whole = limited(packed);
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(whole))) {
            return limited(unpacking);
        } catch (ZipException | EOFException notGzip) {
            throw new RefusedException(400, "invalid_gzip", "the body is not what gzip makes");
        }
    }

    private byte[] limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new RefusedException(413, "too_large", "the body is larger than " + mostBytes + " bytes");
        }
        return bytes;
    }
}
