/** Ports that keep everything in memory: {@link io.aboveboard.domain.memory.InMemoryOutbox} and its like. */
package io.aboveboard.domain.memory;
