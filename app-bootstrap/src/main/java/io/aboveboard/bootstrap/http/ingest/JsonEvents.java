package io.aboveboard.bootstrap.http.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Arrival;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads {@code {"events":[…]}}. An event that cannot be read does not keep the others out. Thread-safe. */
final class JsonEvents {
    static final int MOST_EVENTS = 1_000;
    private static final int LONGEST_ID = 256;
    private static final Set<String> KEYS = Set.of("id", "name", "user_id", "timestamp", "properties", "context");
    private static final Set<String> CONTEXT_KEYS = Set.of("path", "user_agent");

    private final UserAgents agents;

    JsonEvents(UserAgents agents) {
        this.agents = agents;
    }

    List<ReadEvent> in(ObjectNode body) {
        JsonNode events = body.path("events");
        if (!events.isArray() || events.isEmpty() || body.size() != 1) {
            throw new RefusedException(400, "invalid_request", "send {\"events\":[…]} with at least one event");
        }
        if (events.size() > MOST_EVENTS) {
            throw new RefusedException(413, "too_many_events", "send at most " + MOST_EVENTS + " events at once");
        }
        return StreamSupport.stream(events.spliterator(), false).map(this::read).toList();
    }

    private ReadEvent read(JsonNode event) {
        try {
            return new ReadEvent.Usable(arrival(event));
        } catch (UnusableFieldException unusable) {
            return new ReadEvent.Unusable("invalid_event", unusable.explanation());
        }
    }

    private Arrival arrival(JsonNode event) {
        demandKeys(
                event,
                KEYS,
                "an event is an object with name, and if you like id, user_id, timestamp, properties, context");
        return new Arrival(
                id(event.path("id")),
                text(event.path("name"), "name"),
                user(event.path("user_id")),
                timestamp(event.path("timestamp")),
                properties(event.path("properties")),
                context(event.path("context")));
    }

    private static void demandKeys(JsonNode object, Set<String> keys, String otherwise) {
        boolean isObject = object.isObject();
        for (var names = object.fieldNames(); names.hasNext(); ) {
            isObject = keys.contains(names.next()) && isObject;
        }
        if (!isObject) {
            throw new UnusableFieldException(otherwise);
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static @Nullable String text(JsonNode node, String key) {
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isTextual()) {
            throw new UnusableFieldException(key + " must be a text");
        }
        return node.textValue();
    }

    private static @Nullable String id(JsonNode node) {
        String id = text(node, "id");
        if (id != null && (id.isBlank() || id.length() > LONGEST_ID)) {
            throw new UnusableFieldException("id must be a text of 1 to " + LONGEST_ID + " characters");
        }
        return id;
    }

    private static UserId user(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong()
                ? UserId.of(node.longValue())
                : UserId.of(text(node, "user_id, where it is no whole number,"));
    }

    private static @Nullable Instant timestamp(JsonNode node) {
        String text = text(node, "timestamp");
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new UnusableFieldException("timestamp must be of ISO 8601 with an offset, like 2027-03-01T09:30:00Z");
        }
    }

    private static Map<String, Object> properties(JsonNode node) {
        if (!isAbsent(node) && !node.isObject()) {
            throw new UnusableFieldException("properties must be an object");
        }
        Map<String, Object> properties = new HashMap<>();
        node.properties().forEach(entry -> properties.put(entry.getKey(), value(entry.getValue())));
        return properties;
    }

    /** What is neither text, number nor flag is passed on as it is, to be left out and counted where all are. */
    private static Object value(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? node.numberValue() : node;
    }

    private RequestContext context(JsonNode node) {
        if (isAbsent(node)) {
            return RequestContext.none();
        }
        demandKeys(node, CONTEXT_KEYS, "context is an object with path and user_agent");
        return agents.context(text(node.path("path"), "path"), text(node.path("user_agent"), "user_agent"));
    }

    /** Ends the reading of one event. */
    private static final class UnusableFieldException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableFieldException(String explanation) {
            super(explanation, null, false, false);
        }

        String explanation() {
            return String.valueOf(getMessage());
        }
    }
}
