/**
 * Puts the adapters and the domain together: {@link io.aboveboard.bootstrap.wiring.LiveTelemetry} for a process that stays,
 * by Guice, one module a concern; {@link io.aboveboard.bootstrap.wiring.OneShotTelemetry} for a command that does one thing
 * and ends, by hand.
 */
package io.aboveboard.bootstrap.wiring;
