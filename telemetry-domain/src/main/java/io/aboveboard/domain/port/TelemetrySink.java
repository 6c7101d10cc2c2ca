package io.aboveboard.domain.port;

import io.aboveboard.domain.consent.Clearance;

/**
 * Where records go. One delivery is in flight at a time. Implementations hold no thread that is not a daemon.
 */
public interface TelemetrySink extends AutoCloseable {
    /**
     * The encoder for what this sink sends.
     *
     * @return the encoder, always the same
     * @throws TelemetrySinkException if the sink cannot work at all
     */
    RecordEncoder encoder();

    /**
     * Hands a batch to the receiver and waits for its answer, within the sink's own total deadline.
     *
     * @param clearance permission for the layer and consent of every record of the batch
     * @param batch what to deliver
     * @return what the receiver said; that it could not be reached is an answer too
     * @throws IllegalArgumentException if the clearance does not cover a record of the batch
     * @throws TelemetrySinkException if the sink cannot work at all
     */
    Answer deliver(Clearance clearance, Batch batch);

    /**
     * What may be shown of this sink.
     *
     * @return the description
     */
    SinkDescription describe();

    /** Releases connections and threads. Safe to call more than once; a delivery afterwards is answered with a retry. */
    @Override
    void close();

    /**
     * For hosts without a sink: nothing leaves.
     *
     * @return a sink that is not configured
     */
    static TelemetrySink none() {
        return NoTelemetrySink.INSTANCE;
    }
}
