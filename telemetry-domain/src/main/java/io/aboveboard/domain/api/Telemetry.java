package io.aboveboard.domain.api;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.PropertyWriter;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Records product events. No call throws, waits for disk or network, or needs its answer read: whatever is wrong with the
 * arguments is counted and dropped, and the answer says so to those who ask. Thread-safe.
 *
 * <p>Before the stored decision has been read for the first time, events are taken on trust and judged by it a moment
 * later.
 */
public interface Telemetry {
    /**
     * Records a declared event without properties.
     *
     * @param event the event
     * @param user who caused it
     * @return whether it was taken
     */
    Admission track(@Nullable Event event, @Nullable UserId user);

    /**
     * Records a declared event. The lambda runs before this returns, and only if the event will be taken.
     *
     * @param event the event
     * @param user who caused it
     * @param properties sets the values of declared keys
     * @return whether it was taken
     */
    Admission track(
            @Nullable Event event, @Nullable UserId user, @Nullable Consumer<? super PropertyWriter> properties);

    /**
     * Records an event by a name that is known only at run time.
     *
     * @param name the name, see {@link io.aboveboard.domain.event.EventName}
     * @param user who caused it
     * @param properties its values by key; text, numbers and flags are kept
     * @return whether it was taken
     */
    default Admission track(@Nullable String name, @Nullable UserId user, @Nullable Map<String, ?> properties) {
        return track(name, user, properties, RequestContext.none());
    }

    /**
     * Records an event by a name that is known only at run time, in the context of a request.
     *
     * @param name the name, see {@link io.aboveboard.domain.event.EventName}
     * @param user who caused it
     * @param properties its values by key; text, numbers and flags are kept
     * @param context the request
     * @return whether it was taken
     */
    Admission track(
            @Nullable String name,
            @Nullable UserId user,
            @Nullable Map<String, ?> properties,
            @Nullable RequestContext context);

    /**
     * Records a page view, as {@code $pageview}.
     *
     * @param user who looked
     * @param context the page
     * @return whether it was taken
     */
    Admission trackPageView(@Nullable UserId user, @Nullable RequestContext context);

    /**
     * Records traits of a user, as {@code analytics.identify}.
     *
     * @param user whose traits
     * @param traits values by key; text, numbers and flags are kept
     * @return whether it was taken
     */
    Admission identify(@Nullable UserId user, @Nullable Map<String, ?> traits);

    /**
     * Whether product events are recorded now.
     *
     * @return true only under a current yes
     */
    boolean isDetailedAnalyticsEnabled();
}
