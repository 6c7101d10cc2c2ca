package io.aboveboard.bootstrap.http.page;

/**
 * One record of the base layer, of this very installation.
 *
 * @param record the record
 * @param isDue whether it is yet to be sent
 */
record BaseSample(ShownRecord record, boolean isDue) {}
