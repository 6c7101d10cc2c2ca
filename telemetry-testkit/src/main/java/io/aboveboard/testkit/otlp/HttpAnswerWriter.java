package io.aboveboard.testkit.otlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/** Writes answers to one connection, each in a single write so that no client waits for a second packet. */
final class HttpAnswerWriter {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final OutputStream out;
    private final InstantSource clock;

    HttpAnswerWriter(OutputStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    void write(OtlpAnswer answer) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(head(answer).getBytes(StandardCharsets.ISO_8859_1));
        if (mayHaveBody(answer)) {
            packet.write(answer.body());
        }
        packet.writeTo(out);
        out.flush();
    }

    private String head(OtlpAnswer answer) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " \r\n");
        headers(answer)
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private Map<String, String> headers(OtlpAnswer answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        if (mayHaveBody(answer)) {
            headers.put("Content-Length", String.valueOf(answer.body().length));
        }
        headers.putAll(answer.headers());
        return headers;
    }

    private static boolean mayHaveBody(OtlpAnswer answer) {
        return answer.status() != NO_CONTENT && answer.status() != NOT_MODIFIED;
    }
}
