package io.aboveboard.testkit.otlp;

import com.google.protobuf.ByteString;
import io.aboveboard.domain.annotation.Nullable;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads HTTP/1.1 requests from one connection: bodies with a length or in chunks, and {@code Expect: 100-continue}. */
final class HttpRequestReader {
    private static final int MAX_LINE = 64 * 1024;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final InstantSource clock;

    HttpRequestReader(InputStream in, OutputStream out, InstantSource clock) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.clock = clock;
    }

    /** The next request, or {@code null} where the client has closed the connection instead. */
    @Nullable
    HttpRequest next() throws IOException {
        String start = line();
        if (start.isEmpty()) {
            return null;
        }
        Instant begun = clock.instant();
        String[] parts = start.split(" ", -1);
        if (parts.length != 3) {
            throw new IOException("not a request line: " + start);
        }
        HttpRequest head = new HttpRequest(parts[0], parts[1], headers(), ByteString.EMPTY, begun);
        return head.withBody(ByteString.copyFrom(body(head)));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, absent -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        headers.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(headers);
    }

    private byte[] body(HttpRequest head) throws IOException {
        if (head.header("expect").equalsIgnoreCase("100-continue")) {
            out.write(CONTINUE);
            out.flush();
        }
        if (head.header("transfer-encoding").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        String length = head.header("content-length");
        return length.isEmpty() ? new byte[0] : exactly(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
            if (body.size() > RequestDecoder.MAX_BYTES) {
                throw new IOException("body too large");
            }
        }
        headers();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return number(line().replaceAll(";.*", "").strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("connection closed after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static int number(String text, int radix) throws IOException {
        try {
            int number = Integer.parseUnsignedInt(text, radix);
            if (number < 0 || number > RequestDecoder.MAX_BYTES) {
                throw new IOException("body too large: " + text);
            }
            return number;
        } catch (NumberFormatException notNumber) {
            throw new IOException("not a length: " + text, notNumber);
        }
    }

    /** One line without its end; empty at the end of the stream. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > MAX_LINE) {
                throw new IOException("line too long");
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
