package io.aboveboard.domain.port;

import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.TelemetryRecord;
import java.time.Instant;

/**
 * Turns a record into the bytes that will stand on the wire. The same record always gives the same bytes.
 * Implementations are thread-safe.
 */
public interface RecordEncoder {
    /**
     * Encodes a record, once for its whole life.
     *
     * @param record the record
     * @return its encoded form
     * @throws RecordEncoderException if it cannot be encoded
     */
    EncodedRecord encode(TelemetryRecord record);

    /**
     * The same record with another time of occurrence, for a receiver that refuses the true one. Its fields keep what
     * they say.
     *
     * @param encoded a record of this encoder
     * @param at the time to stand on it
     * @return the record with that time, all else the same
     * @throws RecordEncoderException if the bytes are not those of a record
     */
    EncodedRecord restamped(EncodedRecord encoded, Instant at);
}
