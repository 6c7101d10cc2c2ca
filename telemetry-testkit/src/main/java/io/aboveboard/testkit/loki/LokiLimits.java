package io.aboveboard.testkit.loki;

import java.time.Duration;

/**
 * What a Loki takes. Immutable.
 *
 * @param maxAge how old an entry may be
 * @param maxAhead how far ahead of the server's clock it may be
 * @param maxBehind how far it may be behind the newest entry of its stream
 * @param lineBytes bytes of a line
 * @param metadataBytes bytes of all names and values of an entry's structured metadata
 * @param metadataEntries names in it
 * @param labels names that identify a stream, {@code service_name} not counted
 * @param labelValueBytes bytes of the value of one
 * @param requestBytes bytes of a request, compressed or not
 * @param streams streams at a time
 */
public record LokiLimits(
        Duration maxAge,
        Duration maxAhead,
        Duration maxBehind,
        int lineBytes,
        int metadataBytes,
        int metadataEntries,
        int labels,
        int labelValueBytes,
        int requestBytes,
        int streams) {
    /** Those of Loki as it comes; the number of streams is that of a Grafana Cloud tenant. */
    public static final LokiLimits DEFAULTS = new LokiLimits(
            Duration.ofDays(7),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            256 * 1024,
            64 * 1024,
            128,
            15,
            2_048,
            100 * 1024 * 1024,
            5_000);

    /**
     * The same but for the size of a request.
     *
     * @param bytes at most so many
     * @return the changed copy
     */
    public LokiLimits withRequestBytes(int bytes) {
        return new LokiLimits(
                maxAge,
                maxAhead,
                maxBehind,
                lineBytes,
                metadataBytes,
                metadataEntries,
                labels,
                labelValueBytes,
                bytes,
                streams);
    }

    /**
     * The same but for the number of streams.
     *
     * @param count at most so many
     * @return the changed copy
     */
    public LokiLimits withStreams(int count) {
        return new LokiLimits(
                maxAge,
                maxAhead,
                maxBehind,
                lineBytes,
                metadataBytes,
                metadataEntries,
                labels,
                labelValueBytes,
                requestBytes,
                count);
    }
}
