package io.aboveboard.domain.port;

import io.aboveboard.domain.consent.Clearance;

/**
 * Where records go. At most one delivery is under way at a time. Implementations hold no thread that is not a daemon.
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
     * Hands a batch over to the wire and returns without waiting for the answer, so that a withdrawal need not wait for
     * it either.
     *
     * @param clearance permission for the layer and consent of every record of the batch
     * @param batch what to deliver
     * @return the delivery under way
     * @throws IllegalArgumentException if the clearance does not cover a record of the batch
     * @throws RecordEncoderException if a record of the batch cannot be put into a request; the others can be delivered
     *     without it
     * @throws TelemetrySinkException if the sink cannot work at all
     */
    Delivery deliver(Clearance clearance, Batch batch);

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
