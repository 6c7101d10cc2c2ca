/**
 * What travels: a {@link io.aboveboard.domain.record.TelemetryRecord} is encoded once into an {@link
 * io.aboveboard.domain.record.EncodedRecord}, known by its {@link io.aboveboard.domain.record.RecordUid}, and ends
 * delivered or dropped for a {@link io.aboveboard.domain.record.DropReason}.
 */
package io.aboveboard.domain.record;
