package io.aboveboard.adapter.sink.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.encode.StockSender;
import io.aboveboard.adapter.sink.otlp.server.Misbehaviours;
import io.aboveboard.adapter.sink.otlp.server.RawServer;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Why there is a client of our own: what OpenTelemetry's sender on the JDK's client makes of servers that are not well, and
 * what this one does. Should a later version of that sender know better, a test here says so.
 */
@Tag("thorough")
@Proves(Promise.P13)
class StockSenderIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final int RECORDS = 5;

    private final RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    @Fault("C3")
    void theStockSenderTakesAPartialRejectionForASuccess() {
        receiver.answerAlways(OtlpAnswer.partialSuccess(3, "too old"));

        assertThat(stock(receiver.logsEndpoint()).isSuccess()).isTrue();
        assertThat(own(receiver.logsEndpoint(), TIMEOUT)).isEqualTo(new Verdict.PartiallyRejected(3, "too old"));
    }

    @Test
    @Fault("C2")
    void theStockSenderTakesThePageOfAPortalForASuccess() {
        receiver.answerAlways(OtlpAnswer.status(200).withBody("text/html", "<html>please sign in</html>"));

        assertThat(stock(receiver.logsEndpoint()).isSuccess()).isTrue();
        assertThat(own(receiver.logsEndpoint(), TIMEOUT)).isInstanceOf(Verdict.Retry.class);
    }

    /** This version reads the header, but its patience ends with its timeout, and the batch is gone then. */
    @Test
    @Fault("C7")
    void theStockSenderDropsWhatItIsAskedToSendLater() {
        receiver.answerAlways(OtlpAnswer.status(503).withHeader("Retry-After", "120"));

        try (StockSender stock = new StockSender(receiver.logsEndpoint(), SHORT)) {
            CompletableResultCode result = stock.export(RECORDS).join(30, TimeUnit.SECONDS);
            assertThat(result.isDone()).isTrue();
            assertThat(result.isSuccess()).isFalse();
        }
        assertThat(own(receiver.logsEndpoint(), TIMEOUT))
                .isInstanceOfSatisfying(
                        Verdict.Retry.class,
                        retry -> assertThat(retry.atLeast()).isEqualTo(Duration.ofMinutes(2)));
        assertThat(receiver.requests()).hasSize(2);
    }

    @Test
    @Fault("C13")
    void theStockSenderWaitsForABodyThatStallsBeyondItsTimeout() throws Exception {
        String stalling = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this";
        try (RawServer server = RawServer.start(Misbehaviours.says(stalling));
                StockSender stock = new StockSender(server.endpoint("http"), SHORT)) {
            CompletableResultCode result = stock.export(RECORDS);
            assertThat(server.awaitRequest()).isTrue();

            result.join(SHORT.multipliedBy(4).toMillis(), TimeUnit.MILLISECONDS);

            assertThat(result.isDone()).as("done after four timeouts").isEqualTo(stockSenderTimesBodies());
            assertThat(own(server.endpoint("http"), SHORT))
                    .isEqualTo(Verdict.Retry.because("the answer (200) broke off"));
        }
    }

    /** It does not follow; but it gives the batch up, though somebody only has to mend the address. */
    @Test
    @Fault("C10")
    void theStockSenderDropsWhatIsRedirected() {
        try (RecordingOtlpReceiver evil = RecordingOtlpReceiver.start()) {
            receiver.answerAlways(OtlpAnswer.status(307)
                    .withHeader("Location", evil.logsEndpoint().toString()));

            assertThat(stock(receiver.logsEndpoint()).isSuccess()).isFalse();
            assertThat(own(receiver.logsEndpoint(), TIMEOUT)).isInstanceOf(Verdict.Parked.class);
            assertThat(evil.connections()).isZero();
        }
    }

    /** From Java 26 on the timeout of a request of the JDK's client covers the body too. */
    private static boolean stockSenderTimesBodies() {
        return Runtime.version().feature() >= 26;
    }

    private static CompletableResultCode stock(URI endpoint) {
        try (StockSender stock = new StockSender(endpoint, TIMEOUT)) {
            return stock.export(RECORDS).join(30, TimeUnit.SECONDS);
        }
    }

    private static Verdict own(URI endpoint, Duration timeout) {
        OtlpSinkConfig config = new OtlpSinkConfig(endpoint, Map.of(), timeout, true, TlsSettings.defaults(), false);
        try (OtlpTelemetrySink sink = OtlpTelemetrySink.create(config)) {
            EncodedRecord heartbeat = sink.encoder().encode(TestRecords.heartbeat());
            Batch batch = new Batch(TestRecords.SERVICE, Collections.nCopies(RECORDS, heartbeat));
            return sink.deliver(TestRecords.clearance(Layer.BASE), batch)
                    .await()
                    .verdict();
        }
    }
}
