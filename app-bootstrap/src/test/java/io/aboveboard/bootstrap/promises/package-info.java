/**
 * Keeps {@code docs/promises.md} equal to what the tests prove: {@link io.aboveboard.bootstrap.promises.MarkedTests} are
 * found in the compiled tests of every module of the {@link io.aboveboard.bootstrap.promises.Reactor}, {@link
 * io.aboveboard.bootstrap.promises.OpenReasons} say what has none, {@link io.aboveboard.bootstrap.promises.Audit} brings
 * them together, and {@link io.aboveboard.bootstrap.promises.PromisesPage} writes them down.
 */
package io.aboveboard.bootstrap.promises;
