package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;

/**
 * An event on its way from the caller to the recorder.
 *
 * @param clearance the clearance it was taken under, or {@code null} if it was taken on trust before the first look
 * @param uid under which it is recorded, or {@code null} for the next one; computed where a sender has a name for it
 */
record Offer(
        @Nullable Clearance clearance,
        EventName name,
        UserId user,
        RequestContext context,
        Snapshot properties,
        Instant at,
        @Nullable RecordUid uid) {}
