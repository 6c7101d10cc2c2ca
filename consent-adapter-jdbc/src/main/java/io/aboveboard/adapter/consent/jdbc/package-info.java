/**
 * What the decision has to do with databases. {@link io.aboveboard.adapter.consent.jdbc.JdbcConsentMirror} keeps the copy
 * of the decision in the database of a host, by the {@link io.aboveboard.adapter.consent.jdbc.MirrorSql} that fits its
 * tables. {@link io.aboveboard.adapter.consent.jdbc.JdbcInstallationStore} keeps an installation that replicas share, in
 * tables of its own, and gives out the {@link io.aboveboard.adapter.consent.jdbc.JdbcConsentLedger} with the receipts and
 * the {@link io.aboveboard.adapter.consent.jdbc.JdbcConsentGate}. Both reach a database through a {@code DataSource} or by
 * a {@link io.aboveboard.adapter.consent.jdbc.JdbcConfig}.
 *
 * <p>From the outside in: {@code SharedDatabase} sees to it that the {@code Schema} is there, {@code InstallationRow},
 * {@code ReceiptRow} and {@code GateHold} know one table each; {@code Dialect} holds what PostgreSQL and H2 do not have in
 * common, and a {@code GateLock} how each of them locks; {@code Database} does one piece of work in one connection,
 * {@code DriverConnections} opens it within bounds, {@code Explanation} and {@code Trouble} say what is wrong when that
 * fails.
 */
package io.aboveboard.adapter.consent.jdbc;
