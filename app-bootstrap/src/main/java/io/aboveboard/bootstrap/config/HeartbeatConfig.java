package io.aboveboard.bootstrap.config;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When the installation beats.
 *
 * @param at the local time at which the spread begins
 * @param spread how far a fleet is spread; zero or more, shorter than a day
 * @param zone the zone in which it is local
 */
public record HeartbeatConfig(LocalTime at, Duration spread, ZoneId zone) {
    static final LocalTime DEFAULT_AT = LocalTime.of(3, 0);
    static final Duration DEFAULT_SPREAD = Duration.ofHours(1);
}
