package io.aboveboard.domain.port;

import io.aboveboard.domain.record.EncodedRecord;
import java.time.Instant;

/**
 * A record that was delivered.
 *
 * @param record what was sent
 * @param deliveredAt when the receiver acknowledged it
 * @param remark what the receiver said of its batch, empty if it took all of it without a word
 */
public record SentRecord(EncodedRecord record, Instant deliveredAt, String remark) {}
