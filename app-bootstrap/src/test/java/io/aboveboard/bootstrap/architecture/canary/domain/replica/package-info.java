/** Breaks rules on purpose, as the layer of this name would have to break them. */
package io.aboveboard.bootstrap.architecture.canary.domain.replica;
