package io.aboveboard.adapter.sink.otlp.encode;

import io.aboveboard.adapter.sink.otlp.TestRecords;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.resources.Resource;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;

/** OpenTelemetry's own exporter with its own sender on the JDK's client, as a host would set it up. */
public final class StockSender implements AutoCloseable {
    private static final LogRecordData RECORD =
            new EventData(Resource.empty(), InstrumentationScopeInfo.create("stock"), TestRecords.SERVICE.name());

    private final LogRecordExporter exporter;

    public StockSender(URI endpoint, Duration timeout) {
        exporter = OtlpHttpLogRecordExporter.builder()
                .setComponentLoader(new SoleComponent<>(HttpSenderProvider.class, new JdkHttpSenderProvider()))
                .setEndpoint(endpoint.toString())
                .setTimeout(timeout)
                .build();
    }

    /** Exports so many records; what comes of it is said later. */
    public CompletableResultCode export(int records) {
        return exporter.export(Collections.nCopies(records, RECORD));
    }

    @Override
    public void close() {
        exporter.shutdown();
    }
}
