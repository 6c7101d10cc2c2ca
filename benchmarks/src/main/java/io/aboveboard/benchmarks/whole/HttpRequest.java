package io.aboveboard.benchmarks.whole;

import io.aboveboard.domain.annotation.Nullable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** As much of HTTP as the clients that are measured speak. */
final class HttpRequest {
    private final String head;
    private final byte[] body;

    private HttpRequest(String head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** The next request, or {@code null} at the end. */
    static @Nullable HttpRequest read(InputStream in) throws IOException {
        String head = readHead(in);
        if (head.isEmpty()) {
            return null;
        }
        String length = header(head, "content-length");
        byte[] body = length.isEmpty() ? readChunks(head, in) : in.readNBytes(Integer.parseInt(length));
        return new HttpRequest(head, body);
    }

    boolean isPost() {
        return head.startsWith("post ");
    }

    /** The bytes on the wire, with the head. */
    int length() {
        return head.length() + body.length;
    }

    byte[] message() throws IOException {
        if (!header(head, "content-encoding").equals("gzip")) {
            return body;
        }
        return new GZIPInputStream(new ByteArrayInputStream(body), 64 * 1024).readAllBytes();
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
            if (ends == 2) {
                return head.toString(StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static byte[] readChunks(String head, InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (header(head, "transfer-encoding").equals("chunked")) {
            for (int size = readSize(in); size > 0; size = readSize(in)) {
                body.write(in.readNBytes(size));
                in.readNBytes(2);
            }
            in.readNBytes(2);
        }
        return body.toByteArray();
    }

    private static int readSize(InputStream in) throws IOException {
        StringBuilder digits = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            digits.append((char) next);
        }
        return Integer.parseInt(digits.toString().trim(), 16);
    }

    private static String header(String head, String name) {
        int at = head.indexOf("\n" + name + ":");
        return at < 0
                ? ""
                : head.substring(at + name.length() + 2, head.indexOf('\n', at + 1))
                        .trim();
    }
}
