package io.aboveboard.domain.port;

import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.TelemetryRecord;

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
}
