package io.aboveboard.domain.consent;

import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;

/**
 * Permission to store and send the records of one layer, under one consent. Only {@link ConsentPolicy} mints it, so that
 * code which sends without asking the policy does not compile. Immutable.
 */
public final class Clearance implements Decision {
    private final Layer layer;
    private final long epoch;
    private final String receiptHash;
    private final int schemaVersion;

    Clearance(Layer layer, long epoch, String receiptHash, int schemaVersion) {
        this.layer = layer;
        this.epoch = epoch;
        this.receiptHash = receiptHash;
        this.schemaVersion = schemaVersion;
    }

    /**
     * Which layer it clears.
     *
     * @return the layer
     */
    public Layer layer() {
        return layer;
    }

    /**
     * The consent it rests on.
     *
     * @return the epoch, 0 for the base layer
     */
    public long epoch() {
        return epoch;
    }

    /**
     * The receipt it rests on.
     *
     * @return the hash of the receipt, empty for the base layer
     */
    public String receiptHash() {
        return receiptHash;
    }

    /**
     * Up to which version of the schema events and fields may be recorded under it.
     *
     * @return the version that the yes was given to; 0 for the base layer
     */
    public int schemaVersion() {
        return schemaVersion;
    }

    /**
     * Whether it clears this record.
     *
     * @param record the record
     * @return true if layer and epoch are the same
     */
    public boolean covers(EncodedRecord record) {
        return record.layer() == layer && record.epoch() == epoch;
    }

    @Override
    public String toString() {
        return "Clearance[" + layer + ", epoch=" + epoch + "]";
    }
}
