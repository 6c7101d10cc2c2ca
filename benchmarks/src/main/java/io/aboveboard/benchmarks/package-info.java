/**
 * What recording and delivering cost. {@code call} measures single calls with JMH, {@code whole} whole processes, with the
 * receiver in a process of its own and the OpenTelemetry SDK beside it.
 */
package io.aboveboard.benchmarks;
