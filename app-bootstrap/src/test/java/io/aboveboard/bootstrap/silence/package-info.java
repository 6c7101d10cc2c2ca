/** A day on which everything is off, over the real adapters, in this JVM and in a network of its own. */
package io.aboveboard.bootstrap.silence;
