package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import java.time.Instant;

/**
 * An event on its way from the caller to the recorder.
 *
 * @param clearance the clearance it was taken under, or {@code null} if it was taken on trust before the first look
 */
record Offer(
        @Nullable Clearance clearance,
        EventName name,
        UserId user,
        RequestContext context,
        Snapshot properties,
        Instant at) {}
