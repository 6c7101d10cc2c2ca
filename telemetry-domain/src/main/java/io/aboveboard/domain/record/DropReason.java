package io.aboveboard.domain.record;

import java.util.Locale;

/** Why an offered record was not delivered. Each is counted; none is silent. */
public enum DropReason {
    /** A kill switch, or {@code TELEMETRY_LAYERS}, forbids it. */
    SWITCHED_OFF,
    /** No sink is configured. */
    NO_SINK,
    /** The installation has no durable identity. */
    NO_IDENTITY,
    /** There is no current yes. */
    NO_CONSENT,
    /** The yes was given before there was such an event. */
    NOT_ACCEPTED,
    /** Whether there is a yes cannot be known. */
    CONSENT_UNKNOWN,
    /** The name is not of the grammar. */
    INVALID_NAME,
    /** The name belongs to this library. */
    RESERVED_NAME,
    /** It is said to have happened longer ago than the receiver takes, or in the future. */
    INVALID_TIMESTAMP,
    /** The caller's arguments could not be read: {@code null}, or a lambda or map that threw. */
    INVALID_CALL,
    /** The queue between the caller and the recorder was full. */
    QUEUE_FULL,
    /** The library is closed. */
    CLOSED,
    /** The record could not be encoded. */
    ENCODING_FAILED,
    /** The outbox could not store it. */
    STORAGE_FAILED,
    /** What the outbox stored of it was cut short by a crash or damaged since. */
    CORRUPT,
    /** Its file vanished from the outbox, or cannot be read any more. */
    STORAGE_LOST,
    /** The outbox was full and this was among the oldest. */
    EVICTED,
    /** The consent it was recorded under ended before it was delivered. */
    WITHDRAWN,
    /** It became older than the receiver takes. */
    EXPIRED,
    /** Alone it is larger than the receiver takes. */
    TOO_LARGE,
    /** The receiver took the batch but not this record. */
    REJECTED,
    /** The receiver refused the batch for good. */
    REFUSED;

    /**
     * The name under which it is counted and shown.
     *
     * @return lower case, with underscores
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
