package io.aboveboard.bootstrap.architecture.canary.bootstrap.wiring;

import javax.sql.DataSource;

/** Has connections at hand. */
public record HoldsASource(DataSource source) {}
