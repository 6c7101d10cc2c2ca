/**
 * A whole fleet, simulated: {@link io.aboveboard.domain.fleet.Sites} makes installations from a seed, {@link
 * io.aboveboard.domain.fleet.Simulation} lets each live through {@link io.aboveboard.domain.fleet.Period} with the real
 * {@link io.aboveboard.domain.base.BeatSchedule}, and {@code Dates}, {@code Spread}, {@code Load} and {@code Streams} watch
 * what comes of it. {@code FleetTest} holds the promises; {@code Figures} writes them down.
 */
package io.aboveboard.domain.fleet;
