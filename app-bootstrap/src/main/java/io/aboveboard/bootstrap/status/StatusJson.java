package io.aboveboard.bootstrap.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.record.DropReason;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The status for machines. Its field names are stable; times are ISO 8601 in UTC, and what is not known is null. */
public final class StatusJson {
    private StatusJson() {}

    /**
     * The whole status.
     *
     * @param status how everything stands
     * @return a new object
     */
    public static ObjectNode of(Status status) {
        Layers layers = Layers.of(status);
        ObjectNode json = Json.object();
        json.put("install_id", Json.textOrNull(status.installId()));
        json.put("service", status.service().name());
        json.put("version", status.service().version());
        json.put("layers", layers.code());
        json.put(
                "layers_reason",
                layers.reason() == null ? null : layers.reason().code());
        json.set("consent", ConsentJson.of(status.consent()));
        json.set("sink", sink(status));
        json.set("outbox", outbox(status));
        json.set("counts", counts(status.counts()));
        json.put("first_seen_sent_at", Json.textOrNull(status.firstSeenSentAt()));
        json.set("heartbeat", heartbeat(status));
        ArrayNode warnings = json.putArray("warnings");
        status.warnings().forEach(warnings::add);
        return json;
    }

    private static ObjectNode sink(Status status) {
        ObjectNode json = Json.object();
        json.put("configured", status.sink().configured());
        json.put("endpoint", Json.textOrNull(status.sink().endpoint()));
        json.put("token_set", status.sink().tokenSet());
        json.put("state", status.delivery().phase().name().toLowerCase(Locale.ROOT));
        json.put("reason", Json.textOrNull(status.delivery().reason()));
        json.put("next_attempt_at", Json.textOrNull(status.delivery().nextAttemptAt()));
        return json;
    }

    private static ObjectNode outbox(Status status) {
        ObjectNode json = Json.object();
        json.put("base", status.outbox().base());
        json.put("detailed", status.outbox().detailed());
        json.put("bytes", status.outbox().bytes());
        json.put("oldest_at", Json.textOrNull(status.outbox().oldestAt()));
        return json;
    }

    private static ObjectNode counts(Counts counts) {
        ObjectNode json = Json.object();
        json.put("offered", counts.offered());
        json.put("delivered", counts.delivered());
        json.put("pending", counts.pending());
        json.set("dropped", dropped(counts.dropped()));
        json.put("lost_unclean", counts.lostUnclean());
        return json;
    }

    private static ObjectNode dropped(Map<DropReason, Long> dropped) {
        ObjectNode json = Json.object();
        new TreeMap<>(dropped).forEach((reason, records) -> json.put(reason.code(), records));
        return json;
    }

    private static ObjectNode heartbeat(Status status) {
        ObjectNode json = Json.object();
        json.put("last_on", Json.textOrNull(status.lastBeatOn()));
        json.put("next_at", Json.textOrNull(status.nextBeatAt()));
        return json;
    }
}
