package io.aboveboard.benchmarks.whole;

import io.aboveboard.benchmarks.Sample;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
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

    private static final AttributeKey<String> UID = AttributeKey.stringKey("log.record.uid");
    private static final String UID_PREFIX = "0123456789abcdef0123-";
    private static final Attributes COMMON = Attributes.builder()
            .put("app_version", "5.10.0")
            .put("consent_receipt", "0123456789abcdef".repeat(4))
            .put("deployment_method", "native")
            .put("detailed", true)
            .put("environment", "production")
            .put("event_name", Sample.NAME)
            .put("identity", "0123456789abcdef".repeat(2))
            .put("install_id", "01234567-89ab-4cde-8f01-23456789abcd")
            .build();

    private final SdkLoggerProvider provider;
    private final Logger logger;
    private final boolean sameRecord;
    private long next;

    private OtelPipeline(SdkLoggerProvider provider, boolean sameRecord) {
        this.provider = provider;
        this.sameRecord = sameRecord;
        this.logger = provider.get("timetracker.telemetry");
    }

    static OtelPipeline open(int port, boolean gzip, boolean sameRecord) {
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
                SdkLoggerProvider.builder().addLogRecordProcessor(processor).build(), sameRecord);
    }

    @Override
    public boolean emit(long number) {
        logger.logRecordBuilder()
                .setEventName(Sample.NAME)
                .setBody(Sample.NAME)
                .setSeverity(Severity.INFO)
                .setAllAttributes(attributes(number))
                .emit();
        return true;
    }

    private Attributes attributes(long number) {
        AttributesBuilder attributes = Attributes.builder()
                .put(PROJECT, Sample.project(number))
                .put(DURATION, Sample.duration(number))
                .put(RATIO, Sample.ratio(number))
                .put(BILLABLE, Sample.billable(number))
                .put(SOURCE, Sample.source(number))
                .put(PLAN, "professional")
                .put(FEATURE, Sample.feature(number))
                .put(OUTCOME, "completed");
        if (sameRecord) {
            attributes.putAll(COMMON).put(UID, UID_PREFIX + Long.toString(next++, Character.MAX_RADIX));
        }
        return attributes.build();
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
