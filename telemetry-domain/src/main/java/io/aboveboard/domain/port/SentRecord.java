package io.aboveboard.domain.port;

import io.aboveboard.domain.record.EncodedRecord;
import java.time.Instant;

/**
 * A record that was delivered.
 *
 * @param record what was sent
 * @param deliveredAt when the receiver acknowledged it
 */
public record SentRecord(EncodedRecord record, Instant deliveredAt) {}
