package io.aboveboard.bootstrap.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aboveboard.bootstrap.view.SafeText;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.domain.event.PropertyKey;
import java.io.IOException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Reads an {@link EventSchema} that is written down, and finds everything that is wrong with it:
 *
 * <pre>{@code
 * {"version": 3, "events": {"timer.paused": 2}, "fields": {"timer.started": {"billable": 3}}}
 * }</pre>
 *
 * <p>Not thread-safe.
 */
final class SchemaReader {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String VERSION = "version";
    private static final String EVENTS = "events";
    private static final String FIELDS = "fields";
    private static final Set<String> KEYS = Set.of(VERSION, EVENTS, FIELDS);

    private final Consumer<String> problems;
    private EventSchema schema = EventSchema.version(EventSchema.FIRST);

    /** @param problems is told what is wrong; names of the file are quoted, values are not */
    SchemaReader(Consumer<String> problems) {
        this.problems = problems;
    }

    EventSchema read(byte[] content) {
        try {
            read(MAPPER.readTree(content));
        } catch (IOException notJson) {
            problems.accept("the file is not JSON, or has a key twice or text after it");
        }
        return schema;
    }

    /** What was understood so far. */
    EventSchema schema() {
        return schema;
    }

    private void read(JsonNode root) {
        JsonNode version = root.path(VERSION);
        if (!version.isInt() || version.intValue() < EventSchema.FIRST) {
            problems.accept("the file must be like {\"version\": 2, \"events\": {\"timer.paused\": 2}}");
            return;
        }
        schema = EventSchema.version(version.intValue());
        each(root, "", (key, value) -> require(KEYS.contains(key), key, "is none of version, events and fields"));
        each(root.path(EVENTS), EVENTS, (name, since) -> add(EVENTS + " " + name, since, event(name)));
        each(
                root.path(FIELDS),
                FIELDS,
                (name, fields) -> each(
                        fields,
                        FIELDS + " " + name,
                        (key, since) -> add(FIELDS + " " + name + " " + key, since, field(name, key))));
    }

    private IntFunction<EventSchema> event(String name) {
        return added -> schema.since(added, Event.named(name));
    }

    /** Of what type it is does not matter to what a yes covers. */
    private IntFunction<EventSchema> field(String name, String key) {
        return added -> {
            PropertyKey<String> field = PropertyKey.ofString(key);
            return schema.since(added, Event.named(name).with(field), field);
        };
    }

    private void each(JsonNode object, String place, BiConsumer<String, JsonNode> step) {
        require(object.isObject() || object.isMissingNode(), place, "must be an object");
        object.properties().forEach(entry -> step.accept(entry.getKey(), entry.getValue()));
    }

    private void add(String place, JsonNode since, IntFunction<EventSchema> larger) {
        require(since.isInt(), place, "must be the version it came with, as a whole number");
        try {
            schema = since.isInt() ? larger.apply(since.intValue()) : schema;
        } catch (IllegalArgumentException refused) {
            require(false, place, String.valueOf(refused.getMessage()));
        }
    }

    private void require(boolean met, String place, String demand) {
        if (!met) {
            problems.accept("in the file, " + SafeText.of(place) + ": " + demand);
        }
    }
}
