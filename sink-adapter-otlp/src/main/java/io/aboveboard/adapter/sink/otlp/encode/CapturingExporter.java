package io.aboveboard.adapter.sink.otlp.encode;

import io.aboveboard.adapter.sink.otlp.wire.MalformedMessageException;
import io.aboveboard.adapter.sink.otlp.wire.RequestParts;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.List;
import java.util.Map;

/**
 * The OpenTelemetry OTLP exporter, used for its encoding alone. It opens no connection, starts no thread, registers
 * nothing and measures nothing. Thread-safe.
 */
final class CapturingExporter {
    private final CapturingSender sender = new CapturingSender();
    private final LogRecordExporter exporter;
    private Map<String, List<String>> headers = Map.of();

    CapturingExporter() {
        exporter = OtlpHttpLogRecordExporter.builder()
                .setComponentLoader(new SoleComponent<>(HttpSenderProvider.class, this::capture))
                .setMeterProvider(MeterProvider.noop())
                .setMemoryMode(MemoryMode.IMMUTABLE_DATA)
                .build();
    }

    /**
     * Encodes the request of one record and takes it apart.
     *
     * @throws IllegalStateException where the exporter hands no request over, or one that is not understood here
     */
    RequestParts encode(LogRecordData logRecord) {
        try {
            return RequestParts.of(request(List.of(logRecord)));
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the OTLP exporter wrote an unexpected request", e);
        }
    }

    /**
     * Encodes one request of all these records, as the exporter would post it.
     *
     * @throws IllegalStateException where the exporter hands no request over
     */
    synchronized byte[] request(List<LogRecordData> logRecords) {
        CompletableResultCode result = exporter.export(logRecords);
        if (!result.isSuccess()) {
            throw new IllegalStateException("the OTLP exporter did not encode the request");
        }
        return sender.captured();
    }

    /** How the exporter names itself and its version to a server. */
    String userAgent() {
        return String.join(" ", headers.getOrDefault("User-Agent", List.of()));
    }

    private HttpSender capture(HttpSenderConfig config) {
        headers = config.getHeadersSupplier().get();
        return sender;
    }
}
