/**
 * The host's copy of the decision in its database. {@link io.aboveboard.adapter.consent.jdbc.JdbcConsentMirror} is the
 * entry: it reads and writes the flag by the {@link io.aboveboard.adapter.consent.jdbc.MirrorSql} that fits the host's
 * tables, in a database reached through the host's {@code DataSource} or by a {@link
 * io.aboveboard.adapter.consent.jdbc.JdbcConfig}.
 *
 * <p>From the outside in: {@code Database} does one piece of work in one connection, {@code DriverConnections} opens it
 * within bounds, {@code Explanation} and {@code Trouble} say what is wrong when that fails.
 */
package io.aboveboard.adapter.consent.jdbc;
