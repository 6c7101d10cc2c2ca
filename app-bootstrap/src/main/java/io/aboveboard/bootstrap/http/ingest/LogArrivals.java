package io.aboveboard.bootstrap.http.ingest;

import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Arrival;
import io.aboveboard.domain.event.UserId;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes events of log records. The name is the event name, or the attribute {@code event.name} of older SDKs; the user
 * stands in {@code user.id} or {@code enduser.id}, the request in {@code url.path} and {@code user_agent.original}, which
 * older SDKs call {@code http.user_agent}, the sender's own name for the record in {@code log.record.uid}. Everything else
 * that is an attribute of the record is a property, unless its key names something that is never sent, as do {@code
 * exception.message} and {@code exception.stacktrace}. What the resource says of the machine is not even looked at. Thread-safe.
 */
final class LogArrivals {
    private static final long SECOND = 1_000_000_000L;

    private final UserAgents agents;

    LogArrivals(UserAgents agents) {
        this.agents = agents;
    }

    List<ReadEvent> in(ExportLogsServiceRequest request) {
        List<ReadEvent> events = request.getResourceLogsList().stream()
                .flatMap(resource -> resource.getScopeLogsList().stream())
                .flatMap(scope -> scope.getLogRecordsList().stream())
                .limit(JsonEvents.MOST_EVENTS + 1L)
                .<ReadEvent>map(log -> new ReadEvent.Usable(arrival(log)))
                .toList();
        if (events.size() > JsonEvents.MOST_EVENTS) {
            throw new RefusedException(
                    413, "too_many_events", "send at most " + JsonEvents.MOST_EVENTS + " records at once");
        }
        return events;
    }

    private Arrival arrival(LogRecord log) {
        Attributes attributes = new Attributes(log.getAttributesList());
        String named = attributes.take("event.name");
        String user = attributes.take("user.id");
        String endUser = attributes.take("enduser.id");
        String uid = attributes.take("log.record.uid");
        String path = attributes.take("url.path");
        String agent = attributes.take("user_agent.original");
        String olderAgent = attributes.take("http.user_agent");
        return new Arrival(
                uid,
                log.getEventName().isEmpty() ? named : log.getEventName(),
                UserId.of(user == null ? endUser : user),
                at(log.getTimeUnixNano() == 0 ? log.getObservedTimeUnixNano() : log.getTimeUnixNano()),
                attributes.rest(),
                agents.context(path, agent == null ? olderAgent : agent));
    }

    private static @Nullable Instant at(long nanos) {
        return nanos == 0
                ? null
                : Instant.ofEpochSecond(Long.divideUnsigned(nanos, SECOND), Long.remainderUnsigned(nanos, SECOND));
    }

    /** The attributes of one record, of which some are taken for what they mean and the rest are properties. */
    private static final class Attributes {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Attributes(List<KeyValue> attributes) {
            attributes.forEach(attribute -> values.putIfAbsent(attribute.getKey(), value(attribute.getValue())));
        }

        @Nullable
        String take(String key) {
            Object value = values.remove(key);
            return value instanceof String || value instanceof Long ? value.toString() : null;
        }

        Map<String, Object> rest() {
            return values;
        }

        /** What is neither text, number nor flag is passed on as it is, to be left out and counted where all are. */
        private static Object value(AnyValue value) {
            return switch (value.getValueCase()) {
                case STRING_VALUE -> value.getStringValue();
                case BOOL_VALUE -> value.getBoolValue();
                case INT_VALUE -> value.getIntValue();
                case DOUBLE_VALUE -> value.getDoubleValue();
                default -> value;
            };
        }
    }
}
