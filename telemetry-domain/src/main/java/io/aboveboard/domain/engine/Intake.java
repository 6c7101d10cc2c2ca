package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.Telemetry;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.NameVerdict;
import io.aboveboard.domain.event.PropertyWriter;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.record.DropReason;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The caller's side of recording: asks the gate, takes a snapshot of the values, queues it. Everything else happens on
 * the recorder's thread. Thread-safe.
 */
final class Intake implements Telemetry {
    private final Gate gate;
    private final OfferQueue queue;
    private final Tally tally;
    private final Clocks clocks;
    private final Runnable wakeRecorder;
    private volatile boolean closed;

    Intake(Gate gate, OfferQueue queue, Tally tally, Clocks clocks, Runnable wakeRecorder) {
        this.gate = gate;
        this.queue = queue;
        this.tally = tally;
        this.clocks = clocks;
        this.wakeRecorder = wakeRecorder;
    }

    @Override
    public Admission track(@Nullable Event event, @Nullable UserId user) {
        return event == null ? invalidCall() : admit(event.name(), user, RequestContext.none(), () -> Snapshot.EMPTY);
    }

    @Override
    public Admission track(
            @Nullable Event event, @Nullable UserId user, @Nullable Consumer<? super PropertyWriter> properties) {
        if (event == null || properties == null) {
            return invalidCall();
        }
        return admit(event.name(), user, RequestContext.none(), () -> {
            SnapshotWriter writer = new SnapshotWriter(event);
            properties.accept(writer);
            return writer.snapshot();
        });
    }

    @Override
    public Admission track(
            @Nullable String name,
            @Nullable UserId user,
            @Nullable Map<String, ?> properties,
            @Nullable RequestContext context) {
        NameVerdict verdict = EventName.parse(name);
        if (verdict instanceof NameVerdict.Accepted accepted) {
            return admit(accepted.name(), user, context, () -> snapshotOf(properties));
        }
        return drop(verdict == NameVerdict.Rejected.RESERVED ? DropReason.RESERVED_NAME : DropReason.INVALID_NAME);
    }

    @Override
    public Admission trackPageView(@Nullable UserId user, @Nullable RequestContext context) {
        return admit(EventName.PAGE_VIEW, user, context, () -> Snapshot.EMPTY);
    }

    @Override
    public Admission identify(@Nullable UserId user, @Nullable Map<String, ?> traits) {
        return admit(EventName.IDENTIFY, user, RequestContext.none(), () -> snapshotOf(traits));
    }

    @Override
    public boolean isDetailedAnalyticsEnabled() {
        return !closed && gate.latest() instanceof Clearance;
    }

    void close() {
        closed = true;
    }

    private Admission admit(
            EventName name, @Nullable UserId user, @Nullable RequestContext context, Supplier<Snapshot> properties) {
        Decision decision = gate.latest();
        if (decision instanceof Refused refused) {
            return drop(refused.reason().dropReason());
        }
        if (closed) {
            return drop(DropReason.CLOSED);
        }
        try {
            return enqueue(new Offer(
                    decision instanceof Clearance clearance ? clearance : null,
                    name,
                    Objects.requireNonNullElse(user, UserId.none()),
                    Objects.requireNonNullElse(context, RequestContext.none()),
                    properties.get(),
                    clocks.now(),
                    null));
        } catch (Throwable theCallersOwn) {
            // Whatever a caller's lambda or map throws, an Error too, must not reach the caller through us.
            return invalidCall();
        }
    }

    private Admission enqueue(Offer offer) {
        if (!queue.offer(offer)) {
            return drop(DropReason.QUEUE_FULL);
        }
        tally.offered();
        wakeRecorder.run();
        return Admission.Taken.TAKEN;
    }

    private Admission invalidCall() {
        return drop(DropReason.INVALID_CALL);
    }

    private Admission drop(DropReason reason) {
        tally.offered();
        tally.dropped(reason, 1);
        return new Admission.Dropped(reason);
    }

    private static Snapshot snapshotOf(@Nullable Map<String, ?> properties) {
        return properties == null ? Snapshot.EMPTY : Snapshot.of(properties);
    }
}
