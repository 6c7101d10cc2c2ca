package io.aboveboard.testkit.model;

import io.aboveboard.domain.port.ConsentGate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * The way of a record in small, each step as the engine takes it: what is read, taken and handed over under which hold of
 * the gate. The last thing that a withdrawal does is to look how many records have been handed over. Run one step after
 * the other it tells what may come of the steps; run at the same time, nothing else may.
 */
public abstract class GateModel {
    private static final int NONE = 0;

    /** Recorder and courier may overlap in ways that no order of them explains; only a decision must not come between. */
    private static final String DELIVERY = "delivery";

    /** More than the steps of one run can begin. */
    private static final int EPOCHS = 16;

    private final ConsentGate gate;
    private final AtomicIntegerArray queued = new AtomicIntegerArray(EPOCHS);
    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicInteger handedOver = new AtomicInteger();
    private final AtomicInteger lastEpoch = new AtomicInteger(1);
    private volatile int epoch = 1;

    GateModel(ConsentGate gate) {
        this.gate = gate;
    }

    /** The host's thread: it holds nothing, goes by the decision as last seen, and marks the event with its epoch. */
    @Operation
    public void track() {
        int seen = epoch;
        if (seen != NONE) {
            queued.incrementAndGet(seen);
        }
    }

    /** The recorder: a group commit of what was taken under the epoch of now; the rest is dropped. */
    @Operation(nonParallelGroup = DELIVERY)
    public int commit() {
        return gate.shared(() -> {
            int current = epoch;
            return current == NONE ? 0 : stored.addAndGet(queued.getAndSet(current, 0));
        });
    }

    /** The courier: from the look at the consent until the request is out of hand. */
    @Operation(nonParallelGroup = DELIVERY)
    public int handOver() {
        return gate.shared(() -> {
            if (epoch == NONE) {
                return 0;
            }
            int batch = stored.getAndSet(0);
            handedOver.addAndGet(batch);
            return batch;
        });
    }

    /** A no: nothing undelivered is left, and nothing is handed over any more once it returns. */
    @Operation
    public int withdraw() {
        return gate.exclusively(() -> {
            epoch = NONE;
            stored.set(0);
            return handedOver.get();
        });
    }

    /** A yes, which brings back nothing: it begins an epoch of its own, unless it only repeats one. */
    @Operation
    public int grant() {
        return gate.exclusively(() -> {
            epoch = epoch == NONE ? lastEpoch.incrementAndGet() : epoch;
            return epoch;
        });
    }
}
