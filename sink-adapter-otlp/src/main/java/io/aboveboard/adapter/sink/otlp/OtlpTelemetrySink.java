package io.aboveboard.adapter.sink.otlp;

import io.aboveboard.adapter.sink.otlp.answer.AnswerTable;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.http.Exchange;
import io.aboveboard.adapter.sink.otlp.http.PendingExchange;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Delivery;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.SinkDescription;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.TelemetrySinkException;
import io.aboveboard.domain.port.Verdict;
import java.time.InstantSource;

/**
 * Delivers records to an OTLP receiver over HTTP, protobuf in gzip. Thread-safe. It opens no connection, starts no
 * thread and loads no class of OpenTelemetry before the first record; whoever creates it closes it. All its threads are daemons.
 */
public final class OtlpTelemetrySink implements TelemetrySink {
    private final OtlpSinkConfig config;
    private final LateEncoding encoding = new LateEncoding();
    private final LateClient client;
    private final InstantSource clock;

    private OtlpTelemetrySink(OtlpSinkConfig config, InstantSource clock) {
        this.config = config;
        this.client = new LateClient(config, () -> encoding.get().userAgent());
        this.clock = clock;
    }

    /**
     * A sink on the system's clock.
     */
    public static OtlpTelemetrySink create(OtlpSinkConfig config) {
        return create(config, InstantSource.system());
    }

    /**
     * A sink.
     *
     * @param clock measures a {@code Retry-After} date where the server does not tell its own time
     */
    public static OtlpTelemetrySink create(OtlpSinkConfig config, InstantSource clock) {
        return new OtlpTelemetrySink(config, clock);
    }

    /**
     * {@inheritDoc}
     *
     * @throws TelemetrySinkException where the OpenTelemetry on the class path is too old to encode with
     */
    @Override
    public RecordEncoder encoder() {
        return encoding.get().encoder();
    }

    @Override
    public Delivery deliver(Clearance clearance, Batch batch) {
        batch.requireCoveredBy(clearance);
        PendingExchange exchange = client.get()
                .post(encoding.get()
                        .envelope(batch.service(), batch.instanceId())
                        .of(batch.records()));
        return () -> answer(exchange.await(), batch.records().size());
    }

    @Override
    public SinkDescription describe() {
        return new SinkDescription(
                true, config.endpoint().toString(), config.endpoint().getHost(), config.hasCredentials());
    }

    @Override
    public void close() {
        client.close();
    }

    private Answer answer(Exchange exchange, int records) {
        if (exchange instanceof Exchange.Answered answered) {
            return new Answer(
                    AnswerTable.verdict(answered.answer(), records, clock.instant()),
                    AnswerTable.serverTime(answered.answer()).orElse(null));
        }
        return Answer.of(Verdict.Retry.because(((Exchange.Unanswered) exchange).reason()));
    }
}
