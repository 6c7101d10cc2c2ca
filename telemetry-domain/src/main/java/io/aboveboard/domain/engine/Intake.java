package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.Telemetry;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.NameVerdict;
import io.aboveboard.domain.event.PropertyWriter;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.record.DropReason;
import java.util.Map;
import java.util.function.Consumer;

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
        Gate.Door door = gate.door();
        if (door.turnstile() != null) {
            return door.turnstile().turnAway();
        }
        return event == null ? invalidCall() : admit(door, event.name(), user, null, null);
    }

    @Override
    public Admission track(
            @Nullable Event event, @Nullable UserId user, @Nullable Consumer<? super PropertyWriter> properties) {
        Gate.Door door = gate.door();
        if (door.turnstile() != null) {
            return door.turnstile().turnAway();
        }
        if (closed) {
            return drop(DropReason.CLOSED);
        }
        if (event == null || properties == null) {
            return invalidCall();
        }
        if (queue.isFull()) {
            return drop(DropReason.QUEUE_FULL);
        }
        try {
            EventSnapshot values = new EventSnapshot(event);
            properties.accept(values);
            return enqueue(door, event.name(), user, null, values.seal());
        } catch (Throwable theCallersOwn) {
            // Whatever a caller's lambda throws, an Error too, must not reach the caller through us.
            return invalidCall();
        }
    }

    @Override
    public Admission track(
            @Nullable String name,
            @Nullable UserId user,
            @Nullable Map<String, ?> properties,
            @Nullable RequestContext context) {
        NameVerdict verdict = EventName.parse(name);
        if (verdict instanceof NameVerdict.Accepted accepted) {
            return admit(accepted.name(), user, context, properties);
        }
        return drop(verdict == NameVerdict.Rejected.RESERVED ? DropReason.RESERVED_NAME : DropReason.INVALID_NAME);
    }

    @Override
    public Admission trackPageView(@Nullable UserId user, @Nullable RequestContext context) {
        return admit(EventName.PAGE_VIEW, user, context, null);
    }

    @Override
    public Admission identify(@Nullable UserId user, @Nullable Map<String, ?> traits) {
        return admit(EventName.IDENTIFY, user, null, traits);
    }

    @Override
    public boolean isDetailedAnalyticsEnabled() {
        return !closed && gate.door().clearance() != null;
    }

    void close() {
        closed = true;
    }

    private Admission admit(
            EventName name,
            @Nullable UserId user,
            @Nullable RequestContext context,
            @Nullable Map<String, ?> properties) {
        Gate.Door door = gate.door();
        return door.turnstile() == null
                ? admit(door, name, user, context, properties)
                : door.turnstile().turnAway();
    }

    private Admission admit(
            Gate.Door door,
            EventName name,
            @Nullable UserId user,
            @Nullable RequestContext context,
            @Nullable Map<String, ?> properties) {
        if (closed) {
            return drop(DropReason.CLOSED);
        }
        try {
            return enqueue(door, name, user, context, MapSnapshot.of(properties));
        } catch (Throwable theCallersOwn) {
            // Whatever a caller's map throws, an Error too, must not reach the caller through us.
            return invalidCall();
        }
    }

    private Admission enqueue(
            Gate.Door door, EventName name, @Nullable UserId user, @Nullable RequestContext context, Snapshot values) {
        Offer offer = new Offer(
                door.clearance(),
                name,
                user == null ? UserId.none() : user,
                context == null ? RequestContext.none() : context,
                values,
                clocks.now(),
                null);
        OfferQueue.Admittance admittance = queue.offer(offer);
        if (admittance == OfferQueue.Admittance.FULL) {
            return drop(DropReason.QUEUE_FULL);
        }
        tally.taken();
        if (admittance == OfferQueue.Admittance.REACHED_MARK) {
            wakeRecorder.run();
        }
        return Admission.Taken.TAKEN;
    }

    private Admission invalidCall() {
        return drop(DropReason.INVALID_CALL);
    }

    private Admission drop(DropReason reason) {
        return tally.turnstile(reason).turnAway();
    }
}
