package io.aboveboard.domain.api;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import java.time.Instant;
import java.util.Map;

/**
 * An event that came from outside this process. Values are checked when it is recorded, not here.
 *
 * @param clientId what the sender calls it, by which it is known when it comes again; {@code null} where it has no name
 * @param name the event name
 * @param user whose event
 * @param at when it happened, or {@code null} for now
 * @param properties its properties
 * @param context what is known of the request
 */
public record Arrival(
        @Nullable String clientId,
        @Nullable String name,
        @Nullable UserId user,
        @Nullable Instant at,
        @Nullable Map<String, ?> properties,
        @Nullable RequestContext context) {}
