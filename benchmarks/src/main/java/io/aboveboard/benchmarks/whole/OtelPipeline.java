package io.aboveboard.benchmarks.whole;

import io.aboveboard.benchmarks.Sample;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporterBuilder;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import java.util.concurrent.TimeUnit;

/** The OpenTelemetry SDK with the same event, its queue so long that it loses nothing. */
final class OtelPipeline implements Pipeline {
    /** A power of two above the events of a round. */
    static final int QUEUE = 1 << 18;

    private static final int BATCH = Integer.getInteger("otel.batch", 2048);
    private static final AttributeKey<Long> PROJECT = AttributeKey.longKey("project_id");
    private static final AttributeKey<Long> DURATION = AttributeKey.longKey("duration_ms");
    private static final AttributeKey<Double> RATIO = AttributeKey.doubleKey("ratio");
    private static final AttributeKey<Boolean> BILLABLE = AttributeKey.booleanKey("billable");
    private static final AttributeKey<String> SOURCE = AttributeKey.stringKey("source");
    private static final AttributeKey<String> PLAN = AttributeKey.stringKey("plan");
    private static final AttributeKey<String> FEATURE = AttributeKey.stringKey("feature");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");

    private final SdkLoggerProvider provider;
    private final Logger logger;

    private OtelPipeline(SdkLoggerProvider provider) {
        this.provider = provider;
        this.logger = provider.get("timetracker.telemetry");
    }

    static OtelPipeline open(int port, boolean gzip) {
        OtlpHttpLogRecordExporterBuilder exporter =
                OtlpHttpLogRecordExporter.builder().setEndpoint("http://127.0.0.1:" + port + "/v1/logs");
        if (gzip) {
            exporter.setCompression("gzip");
        }
        BatchLogRecordProcessor processor = BatchLogRecordProcessor.builder(exporter.build())
                .setMaxQueueSize(QUEUE)
                .setMaxExportBatchSize(BATCH)
                .build();
        return new OtelPipeline(
                SdkLoggerProvider.builder().addLogRecordProcessor(processor).build());
    }

    @Override
    public boolean emit(long number) {
        logger.logRecordBuilder()
                .setEventName(Sample.NAME)
                .setBody(Sample.NAME)
                .setSeverity(Severity.INFO)
                .setAllAttributes(Attributes.builder()
                        .put(PROJECT, Sample.project(number))
                        .put(DURATION, Sample.duration(number))
                        .put(RATIO, Sample.ratio(number))
                        .put(BILLABLE, Sample.billable(number))
                        .put(SOURCE, Sample.source(number))
                        .put(PLAN, "professional")
                        .put(FEATURE, Sample.feature(number))
                        .put(OUTCOME, "completed")
                        .build())
                .emit();
        return true;
    }

    @Override
    public void flush() {
        provider.forceFlush().join(10, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        provider.close();
    }
}
