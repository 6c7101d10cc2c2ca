package io.aboveboard.adapter.outbox.file;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How large an outbox may grow and for how long it keeps what was sent.
 *
 * @param maxBytes how many bytes of undelivered records lie on the disk, with what frames them; base records always stay
 * @param segmentBytes at which size a file is closed and the next begun
 * @param sentFor how long what was sent is kept
 * @param sentBytes how many bytes of what was sent are kept
 * @param clock the clock, for the age of what was sent
 */
public record FileOutboxConfig(long maxBytes, int segmentBytes, Duration sentFor, long sentBytes, InstantSource clock) {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final int SMALLEST_SHARE = 8;

    /** 64 MiB undelivered in files of 4 MiB; what was sent for 30 days, up to 20 MiB; the system's clock. */
    public static FileOutboxConfig defaults() {
        return new FileOutboxConfig(
                64 * MEBIBYTE, (int) (4 * MEBIBYTE), Duration.ofDays(30), 20 * MEBIBYTE, Clock.systemUTC());
    }

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if one of them is not positive, or the time is negative
     */
    public FileOutboxConfig {
        if (maxBytes <= 0 || segmentBytes <= 0 || sentBytes < 0) {
            throw new IllegalArgumentException("maxBytes, segmentBytes: must be positive; sentBytes: not negative");
        }
        if (sentFor.isNegative()) {
            throw new IllegalArgumentException("sentFor: must not be negative");
        }
    }

    /**
     * The same with another size.
     *
     * @param bytes how many bytes of undelivered records lie on the disk
     * @return the config
     * @throws IllegalArgumentException if it is not positive
     */
    public FileOutboxConfig withMaxBytes(long bytes) {
        return new FileOutboxConfig(bytes, segmentBytes, sentFor, sentBytes, clock);
    }

    /**
     * The same with another clock.
     *
     * @param other the clock
     * @return the config
     */
    public FileOutboxConfig withClock(InstantSource other) {
        return new FileOutboxConfig(maxBytes, segmentBytes, sentFor, sentBytes, other);
    }

    /** What gives way when full are whole files, so each must be a small part. */
    long rollAt() {
        return Math.max(1, Math.min(segmentBytes, maxBytes / SMALLEST_SHARE));
    }
}
