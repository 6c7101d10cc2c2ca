/**
 * Whole processes. {@link io.aboveboard.benchmarks.whole.Main} names the measurements; each starts the processes that it
 * measures, with a {@code Receiver} in one of its own, and prints a table.
 */
package io.aboveboard.benchmarks.whole;
