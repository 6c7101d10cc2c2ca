package io.aboveboard.testkit.otlp;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP request as it came in. Immutable.
 *
 * @param method such as {@code POST}
 * @param path the request target, query included
 * @param headers the values of each header under its name in lower case
 * @param body the bytes of the body as sent, compressed where the client compressed it
 * @param begun when its first line had come in, by the receiver's clock
 * @param records the log records in it, in order; none where the body could not be decoded
 * @param problem why the body could not be decoded, else empty
 */
public record ReceivedRequest(
        String method,
        String path,
        Map<String, List<String>> headers,
        ByteString body,
        Instant begun,
        List<ReceivedRecord> records,
        String problem) {

    /**
     * The first value of a header.
     *
     * @param name in any case
     * @return the value, empty where the header was not sent
     */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).get(0);
    }
}
