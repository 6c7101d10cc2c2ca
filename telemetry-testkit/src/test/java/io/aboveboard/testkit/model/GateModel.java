package io.aboveboard.testkit.model;

import io.aboveboard.domain.port.ConsentGate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * The way of a record in small, each step as the engine takes it: what is read, taken and handed over under which hold of
 * the gate. The last thing that a withdrawal does is to look how many records have been handed over. Run one step after
 * the other it tells what may come of the steps; run at the same time, nothing else may.
 */
public abstract class GateModel {
    private final ConsentGate gate;
    private final AtomicInteger queued = new AtomicInteger(1);
    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicInteger handedOver = new AtomicInteger();
    private volatile boolean granted = true;

    GateModel(ConsentGate gate) {
        this.gate = gate;
    }

    /** The host's thread: it holds nothing and goes by the decision as last seen. */
    @Operation
    public void track() {
        if (granted) {
            queued.incrementAndGet();
        }
    }

    /** The recorder: a group commit. */
    @Operation(nonParallelGroup = "recorder")
    public int commit() {
        return gate.shared(() -> {
            boolean isYes = granted;
            int taken = queued.getAndSet(0);
            return isYes ? stored.addAndGet(taken) : 0;
        });
    }

    /** The courier: from the look at the consent until the request is out of hand. */
    @Operation(nonParallelGroup = "courier")
    public int handOver() {
        return gate.shared(() -> {
            if (!granted) {
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
            granted = false;
            queued.set(0);
            stored.set(0);
            return handedOver.get();
        });
    }

    /** A yes, which brings back nothing. */
    @Operation
    public boolean grant() {
        return gate.exclusively(() -> granted = true);
    }
}
