package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.Arrival;
import io.aboveboard.domain.api.Ingest;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.NameVerdict;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.RecordUid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Records what came from other processes, on the calling thread. Thread-safe. */
final class IngestDesk implements Ingest {
    private final Gate gate;
    private final Recorder recorder;
    private final Outbox outbox;
    private final Tally tally;
    private final Clocks clocks;
    private final Timeliness timeliness;

    IngestDesk(Gate gate, Recorder recorder, Outbox outbox, Tally tally, Clocks clocks, Timeliness timeliness) {
        this.gate = gate;
        this.recorder = recorder;
        this.outbox = outbox;
        this.tally = tally;
        this.clocks = clocks;
        this.timeliness = timeliness;
    }

    @Override
    public List<Admission> record(@Nullable List<@Nullable Arrival> arrivals) {
        return arrivals == null ? List.of() : recordAll(arrivals);
    }

    private List<Admission> recordAll(List<@Nullable Arrival> arrivals) {
        Standing standing = gate.look();
        return standing.recordable() instanceof Clearance clearance
                ? new Round(clearance, Identity.idOf(standing.reading())).record(arrivals)
                : refuseAll(arrivals, standing.recordable());
    }

    private List<Admission> refuseAll(List<@Nullable Arrival> arrivals, Decision decision) {
        DropReason reason = ((Refused) decision).reason().dropReason();
        return arrivals.stream().map(arrival -> dropAtTheDoor(reason)).toList();
    }

    private Admission dropAtTheDoor(DropReason reason) {
        tally.turnstile(reason).turnAway();
        return new Admission.Dropped(reason);
    }

    /** One call. What the sender's names for its events are worth ends with the installation. */
    private final class Round {
        private final Clearance clearance;
        private final @Nullable InstallId id;
        private final List<Offer> offers = new ArrayList<>();
        private final Set<RecordUid> seen = new HashSet<>();

        Round(Clearance clearance, @Nullable InstallId id) {
            this.clearance = clearance;
            this.id = id;
        }

        List<Admission> record(List<@Nullable Arrival> arrivals) {
            List<@Nullable Admission> known = new ArrayList<>();
            arrivals.forEach(arrival -> known.add(admit(arrival)));
            return offers.isEmpty() ? complete(known, new Outcomes(0)) : complete(known, recorder.record(offers));
        }

        /** What is clear at the door; null for what becomes an offer. */
        private @Nullable Admission admit(@Nullable Arrival arrival) {
            if (arrival == null) {
                return dropAtTheDoor(DropReason.INVALID_CALL);
            }
            NameVerdict verdict = EventName.parse(arrival.name());
            if (!(verdict instanceof NameVerdict.Accepted accepted)) {
                return dropAtTheDoor(
                        verdict == NameVerdict.Rejected.RESERVED ? DropReason.RESERVED_NAME : DropReason.INVALID_NAME);
            }
            if (arrival.at() != null && !timeliness.isAcceptable(arrival.at(), clocks.now())) {
                return dropAtTheDoor(DropReason.INVALID_TIMESTAMP);
            }
            Snapshot properties = snapshotOf(arrival);
            if (properties == null) {
                return dropAtTheDoor(DropReason.INVALID_CALL);
            }
            RecordUid uid = uidOf(arrival);
            if (uid != null && isKnown(uid)) {
                return Admission.Taken.TAKEN;
            }
            tally.taken();
            offers.add(offer(arrival, accepted.name(), properties, uid));
            return null;
        }

        private @Nullable Snapshot snapshotOf(Arrival arrival) {
            try {
                return MapSnapshot.of(arrival.properties());
            } catch (Throwable theCallersOwn) {
                // Whatever a caller's map throws, an Error too, must not reach the caller through us.
                return null;
            }
        }

        private @Nullable RecordUid uidOf(Arrival arrival) {
            return arrival.clientId() == null || id == null ? null : RecordUid.ofClient(id, arrival.clientId());
        }

        private boolean isKnown(RecordUid uid) {
            return !seen.add(uid) || outbox.holds(uid) || outbox.recalls(uid);
        }

        private Offer offer(Arrival arrival, EventName name, Snapshot properties, @Nullable RecordUid uid) {
            return new Offer(
                    clearance,
                    name,
                    Objects.requireNonNullElse(arrival.user(), UserId.none()),
                    Objects.requireNonNullElse(arrival.context(), RequestContext.none()),
                    properties,
                    Objects.requireNonNullElse(arrival.at(), clocks.now()),
                    uid);
        }

        private List<Admission> complete(List<@Nullable Admission> known, Outcomes outcomes) {
            List<Admission> complete = new ArrayList<>(known.size());
            int place = 0;
            for (Admission admission : known) {
                complete.add(admission == null ? admissionOf(outcomes.of(place++)) : admission);
            }
            return complete;
        }

        private Admission admissionOf(@Nullable DropReason reason) {
            return reason == null ? Admission.Taken.TAKEN : new Admission.Dropped(reason);
        }
    }
}
