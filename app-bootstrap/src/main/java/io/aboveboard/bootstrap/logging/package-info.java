/**
 * What reaches standard error while the process runs: one line an event. {@link
 * io.aboveboard.bootstrap.logging.LoggingTelemetryMonitor} turns what the library tells into log lines, {@link
 * io.aboveboard.bootstrap.logging.StandardErrorLog} lets only our own lines through.
 */
package io.aboveboard.bootstrap.logging;
