/**
 * What processes agree on through the state folder: {@link io.aboveboard.bootstrap.state.StateFolder} remembers whose
 * installation it holds and lets one process at a time be its {@link io.aboveboard.bootstrap.state.Ownership owner}.
 */
package io.aboveboard.bootstrap.state;
