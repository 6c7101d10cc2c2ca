package io.aboveboard.testkit.loki;

import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry as Loki keeps it. Immutable.
 *
 * @param labels what identifies its stream
 * @param time when it occurred
 * @param line the body of the record
 * @param metadata its structured metadata, under the names Loki makes of the keys
 * @param merged names that two keys came to, of which Loki keeps one value
 * @param record the record it was
 */
public record LokiEntry(
        Map<String, String> labels,
        Instant time,
        String line,
        Map<String, String> metadata,
        List<String> merged,
        ReceivedRecord record) {
    /** Copies maps and list, whose order stays. */
    public LokiEntry {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        merged = List.copyOf(merged);
    }
}
