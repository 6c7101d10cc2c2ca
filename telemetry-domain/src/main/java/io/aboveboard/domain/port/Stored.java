package io.aboveboard.domain.port;

/**
 * What came of storing records.
 *
 * @param records how many were stored; the others were held already
 * @param evicted how many older records of the detailed layer had to give way, counted by the outbox
 */
public record Stored(int records, int evicted) {}
