package io.aboveboard.adapter.sink.otlp.config;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-decoding and nothing else: a plus sign is a plus sign. */
final class Percent {
    private Percent() {}

    /** The decoded text; empty where a percent sign is not followed by two hexadecimal digits. */
    static Optional<String> decoded(String encoded) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            int value = bytes.length - i > 2 ? hex(bytes[i + 1], bytes[i + 2]) : -1;
            if (value < 0) {
                return Optional.empty();
            }
            decoded.write(value);
            i += 2;
        }
        return Optional.of(decoded.toString(StandardCharsets.UTF_8));
    }

    private static int hex(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first << 4 | second;
    }
}
