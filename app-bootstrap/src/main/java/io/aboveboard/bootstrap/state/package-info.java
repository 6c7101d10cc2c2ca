/**
 * What processes agree on through the state folder: {@link io.aboveboard.bootstrap.state.StateFolder} remembers whose
 * installation it holds, {@link io.aboveboard.bootstrap.state.AdminTokenFile} keeps the token of who may decide for it.
 */
package io.aboveboard.bootstrap.state;
