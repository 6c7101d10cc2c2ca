package io.aboveboard.bootstrap.http.ingest;

import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.NameVerdict;
import io.aboveboard.domain.record.DropReason;

/** Says to a program, and to whoever reads its log, why an event was not taken. Repeats nothing of the event. */
final class Reasons {
    private Reasons() {}

    static String of(DropReason reason) {
        return switch (reason) {
            case SWITCHED_OFF -> "product events are switched off";
            case NO_SINK -> "no receiver is configured";
            case NO_IDENTITY -> "the installation has no durable identity";
            case NO_CONSENT -> "there is no current yes to product events";
            case NOT_ACCEPTED -> "the yes was given before there was such an event";
            case CONSENT_UNKNOWN -> "whether there is a yes cannot be known";
            case INVALID_NAME ->
                "the name is not usable: " + NameVerdict.Rejected.MALFORMED.explanation() + ", at most "
                        + EventName.MAX_LENGTH + " characters";
            case RESERVED_NAME -> NameVerdict.Rejected.RESERVED.explanation();
            case INVALID_TIMESTAMP ->
                "it is said to have happened longer ago than the receiver takes (6 days), or more than 10 minutes from now";
            case STORAGE_FAILED -> "it could not be stored; send it again";
            case QUEUE_FULL -> "too many came at once; send it again";
            case CLOSED -> "the service is stopping; send it again";
            default -> "it was not taken";
        };
    }
}
