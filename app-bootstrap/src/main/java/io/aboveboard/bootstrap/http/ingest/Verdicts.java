package io.aboveboard.bootstrap.http.ingest;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.Arrival;
import io.aboveboard.domain.api.Ingest;
import io.aboveboard.domain.record.DropReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What became of each event of a request.
 *
 * @param accepted how many were taken
 * @param rejected the others, by their place in the request
 */
record Verdicts(int accepted, List<Rejection> rejected) {
    /** What has nothing to do with a single event: then it is the same for all. */
    private static final Set<DropReason> OF_THE_INSTALLATION = EnumSet.of(
            DropReason.SWITCHED_OFF,
            DropReason.NO_SINK,
            DropReason.NO_IDENTITY,
            DropReason.NO_CONSENT,
            DropReason.CONSENT_UNKNOWN);

    /** What may be otherwise a moment later, so that the sender had better try again. */
    private static final Set<DropReason> PASSING =
            EnumSet.of(DropReason.STORAGE_FAILED, DropReason.QUEUE_FULL, DropReason.CLOSED);

    Verdicts {
        rejected = List.copyOf(rejected);
    }

    /**
     * One event that was not taken.
     *
     * @param index its place in the request, from 0
     * @param code why, for a program
     * @param message why, in words
     */
    record Rejection(int index, String code, String message) {}

    static Verdicts of(List<ReadEvent> events, Ingest ingest) {
        List<Arrival> readable = events.stream()
                .filter(ReadEvent.Usable.class::isInstance)
                .map(event -> ((ReadEvent.Usable) event).arrival())
                .toList();
        return joined(events, readable.isEmpty() ? List.of() : ingest.record(readable));
    }

    private static Verdicts joined(List<ReadEvent> events, List<Admission> admissions) {
        List<Rejection> rejected = new ArrayList<>();
        int readable = 0;
        for (int index = 0; index < events.size(); index++) {
            if (events.get(index) instanceof ReadEvent.Unusable unreadable) {
                rejected.add(new Rejection(index, unreadable.code(), unreadable.message()));
            } else if (admissions.get(readable++) instanceof Admission.Dropped dropped) {
                rejected.add(new Rejection(index, dropped.reason().code(), Reasons.of(dropped.reason())));
            }
        }
        return new Verdicts(events.size() - rejected.size(), rejected);
    }

    /** What keeps every event out, as a code; empty if nothing does. */
    String reason() {
        return OF_THE_INSTALLATION.stream()
                .map(DropReason::code)
                .filter(this::isAmongRejected)
                .findFirst()
                .orElse("");
    }

    boolean shouldBeTriedAgain() {
        return PASSING.stream().map(DropReason::code).anyMatch(this::isAmongRejected);
    }

    private boolean isAmongRejected(String code) {
        return rejected.stream().anyMatch(rejection -> rejection.code().equals(code));
    }
}
