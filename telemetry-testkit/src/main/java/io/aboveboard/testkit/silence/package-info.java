/**
 * Proof that off means silence, for a host's own build: {@link io.aboveboard.testkit.silence.SilenceCheck} watches a block
 * of code in this JVM, {@link io.aboveboard.testkit.silence.NetworkNamespace} counts what a whole command lets out. Both
 * answer with a {@link io.aboveboard.testkit.silence.Silence}.
 */
package io.aboveboard.testkit.silence;
