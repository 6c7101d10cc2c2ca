package io.aboveboard.testkit.loki;

import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges requests and keeps what may be kept. Thread-safe. */
final class LokiStore {
    private final InstantSource clock;
    private final Map<Map<String, String>, LokiStream> streams = new HashMap<>();
    private final List<LokiEntry> entries = new ArrayList<>();
    private final List<Discarded> discarded = new ArrayList<>();
    private LokiLimits limits = LokiLimits.DEFAULTS;

    LokiStore(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void limit(LokiLimits changed) {
        limits = changed;
    }

    synchronized List<LokiEntry> entries() {
        return List.copyOf(entries);
    }

    synchronized List<Discarded> discarded() {
        return List.copyOf(discarded);
    }

    synchronized int streams() {
        return streams.size();
    }

    synchronized OtlpAnswer judge(ReceivedRequest request) {
        if (sizeOf(request) > limits.requestBytes()) {
            return LokiAnswers.error(413, "request body too large, limit: " + limits.requestBytes() + " bytes");
        }
        if (!request.problem().isEmpty()) {
            return LokiAnswers.error(400, request.problem());
        }
        List<Translation> translated =
                request.records().stream().map(Translation::of).toList();
        if (translated.isEmpty()) {
            return LokiAnswers.error(422, "error at least one valid stream is required for ingestion");
        }
        return hasRoomFor(translated) ? store(translated) : LokiAnswers.overloaded(LokiOverload.STREAM_LIMIT);
    }

    private static long sizeOf(ReceivedRequest request) {
        long expanded = request.records().stream()
                .map(ReceivedRecord::encoded)
                .mapToLong(bytes -> bytes.size())
                .sum();
        return Math.max(request.body().size(), expanded);
    }

    private boolean hasRoomFor(List<Translation> translated) {
        long unknown = translated.stream()
                .map(Translation::labels)
                .distinct()
                .filter(labels -> !streams.containsKey(labels))
                .count();
        return streams.size() + unknown <= limits.streams();
    }

    /** What is valid is stored, whatever becomes of the rest; the answer tells of the last that was not. */
    private OtlpAnswer store(List<Translation> translated) {
        String problem = "";
        for (Translation translation : translated) {
            String reason = refusal(translation);
            if (reason.isEmpty()) {
                keep(translation);
            } else {
                discarded.add(new Discarded(reason, translation.received()));
                problem = "entry for stream '" + translation.labels() + "' refused: " + reason;
            }
        }
        return problem.isEmpty() ? OtlpAnswer.status(204) : LokiAnswers.error(400, problem);
    }

    private void keep(Translation translation) {
        ReceivedRecord received = translation.received();
        LokiStream stream = streams.computeIfAbsent(translation.labels(), labels -> new LokiStream());
        if (stream.add(received.time(), received.body())) {
            entries.add(translation.entry());
        } else {
            discarded.add(new Discarded(Discarded.DUPLICATE, received));
        }
    }

    /** Why an entry is refused, by the name under which Loki counts it; empty where it is not. */
    private String refusal(Translation translation) {
        String labels = refusalOfLabels(translation.labels());
        if (!labels.isEmpty()) {
            return labels;
        }
        Instant time = translation.received().time();
        if (time.isBefore(clock.instant().minus(limits.maxAge()))) {
            return "greater_than_max_sample_age";
        }
        if (time.isAfter(clock.instant().plus(limits.maxAhead()))) {
            return "too_far_in_future";
        }
        String size = refusalOfSize(translation);
        return size.isEmpty() ? refusalOfOrder(translation.labels(), time) : size;
    }

    private String refusalOfLabels(Map<String, String> labels) {
        if (labels.size() - 1 > limits.labels()) {
            return "max_label_names_per_series";
        }
        boolean tooLong = labels.values().stream()
                .mapToInt(Translation::utf8Length)
                .anyMatch(length -> length > limits.labelValueBytes());
        return tooLong ? "label_value_too_long" : "";
    }

    private String refusalOfSize(Translation translation) {
        if (translation.lineBytes() > limits.lineBytes()) {
            return "line_too_long";
        }
        if (translation.metadataBytes() > limits.metadataBytes()) {
            return "structured_metadata_too_large";
        }
        return translation.metadataEntries() > limits.metadataEntries() ? "structured_metadata_too_many" : "";
    }

    private String refusalOfOrder(Map<String, String> labels, Instant time) {
        LokiStream stream = streams.get(labels);
        return stream != null && stream.isTooFarBehind(time, limits.maxBehind()) ? "too_far_behind" : "";
    }
}
