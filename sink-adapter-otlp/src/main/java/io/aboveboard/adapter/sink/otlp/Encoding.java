package io.aboveboard.adapter.sink.otlp;

import io.aboveboard.adapter.sink.otlp.encode.Envelopes;
import io.aboveboard.adapter.sink.otlp.encode.OtlpRecordEncoder;
import io.aboveboard.adapter.sink.otlp.wire.LogsRequest;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.TelemetrySinkException;
import java.util.HashMap;
import java.util.Map;

/**
 * All that needs OpenTelemetry, made and tried once, so that a class path with one that is too old fails at once and by
 * name instead of somewhere later. Thread-safe.
 */
final class Encoding {
    private static final Service TRIAL = Service.of("trial", "0");

    /** A process has two: one service, with the id of its outbox and without. More are forgotten and made anew. */
    private static final int MOST_KNOWN = 16;

    private final RecordEncoder encoder;
    private final Envelopes envelopes;
    private final Map<Sender, LogsRequest> known = new HashMap<>();

    private record Sender(Service service, @Nullable String instanceId) {}

    private Encoding(RecordEncoder encoder, Envelopes envelopes) {
        this.encoder = encoder;
        this.envelopes = envelopes;
    }

    static Encoding create() {
        try {
            Envelopes envelopes = new Envelopes();
            envelopes.of(TRIAL, null);
            return new Encoding(new OtlpRecordEncoder(), envelopes);
        } catch (LinkageError e) {
            throw new TelemetrySinkException(
                    "the OpenTelemetry on the class path is too old: io.opentelemetry:opentelemetry-exporter-otlp 1.68.0"
                            + " or newer is needed, telemetry stays off",
                    e);
        }
    }

    RecordEncoder encoder() {
        return encoder;
    }

    String userAgent() {
        return "Aboveboard " + envelopes.userAgent();
    }

    synchronized LogsRequest envelope(Service service, @Nullable String instanceId) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Sender(service, instanceId), sender -> envelopes.of(sender.service(), sender.instanceId()));
    }
}
