package io.aboveboard.domain.engine;

import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.domain.privacy.Privacy;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * What a host can choose.
 *
 * @param service who reports
 * @param switches what environment and code say
 * @param textVersion the version of the consent text in force
 * @param schema which events and fields there are since when
 * @param beatAt the local time at which the spread of heartbeats begins
 * @param beatSpread how far a fleet is spread from there
 * @param zone the zone of that local time, asked for when it is first needed
 * @param queueCapacity how many events wait in memory for the recorder
 * @param maxAge how old an undelivered record may become
 * @param closeWait how long closing waits for what is undelivered
 * @param privacy what has to be known to keep private what is, asked for when it is first needed
 */
public record Settings(
        Service service,
        Switches switches,
        String textVersion,
        EventSchema schema,
        LocalTime beatAt,
        Duration beatSpread,
        Supplier<ZoneId> zone,
        int queueCapacity,
        Duration maxAge,
        Duration closeWait,
        Supplier<Privacy> privacy) {}
