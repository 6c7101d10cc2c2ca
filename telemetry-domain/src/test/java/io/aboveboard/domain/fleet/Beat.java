package io.aboveboard.domain.fleet;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A heartbeat.
 *
 * @param date the local date it is for
 * @param occurred when
 * @param version of the product
 * @param isCatchUp whether the process found it overdue when it started
 */
record Beat(LocalDate date, Instant occurred, int version, boolean isCatchUp) {}
