package io.aboveboard.adapter.sink.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Delivery;
import io.aboveboard.domain.port.SinkDescription;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpTelemetrySinkIT {
    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

    private final RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
    private final OtlpTelemetrySink sink = OtlpTelemetrySink.create(
            OtlpSinkConfig.of(receiver.baseEndpoint().toString(), "123:to+k%en="), InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        sink.close();
        receiver.close();
    }

    @Test
    @Fault("C16")
    @Proves(Promise.P13)
    void postsOneConformingRequest() {
        deliver(heartbeat());

        ReceivedRequest request = receiver.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/logs");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-protobuf");
        assertThat(request.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(request.header("Authorization")).isEqualTo("Basic MTIzOnRvK2slZW49");
        assertThat(request.header("User-Agent")).isEqualTo("Aboveboard OTel-OTLP-Exporter-Java/1.68.0");
        assertThat(request.headers().keySet())
                .isEqualTo(Set.of(
                        "accept-encoding",
                        "authorization",
                        "content-encoding",
                        "content-length",
                        "content-type",
                        "host",
                        "user-agent"));
        assertThat(request.problem()).isEmpty();
    }

    @Test
    @Proves(Promise.P13)
    void keepsItsConnectionForTheNextRequest() {
        deliver(heartbeat());
        deliver(heartbeat());
        deliver(heartbeat());

        assertThat(receiver.requests()).hasSize(3);
        assertThat(receiver.connections()).isOne();
    }

    @Test
    @Proves(Promise.P13)
    void sendsTheSameRecordsUncompressedWhereThatIsWanted() {
        OtlpSinkConfig config = new OtlpSinkConfig(
                receiver.logsEndpoint(), Map.of(), Duration.ofSeconds(10), false, TlsSettings.defaults(), false);
        EncodedRecord encoded = heartbeat();
        Batch batch = new Batch(TestRecords.SERVICE, List.of(encoded));
        try (OtlpTelemetrySink plain = OtlpTelemetrySink.create(config)) {
            assertThat(plain.deliver(TestRecords.clearance(Layer.BASE), batch)
                            .await()
                            .verdict())
                    .isEqualTo(new Verdict.Delivered(""));
        }
        deliver(encoded);

        assertThat(receiver.requests())
                .extracting(request -> request.header("Content-Encoding"))
                .containsExactly("", "gzip");
        assertThat(receiver.requests().get(0).records())
                .isEqualTo(receiver.requests().get(1).records());
    }

    @Test
    @Proves({Promise.P6, Promise.P9})
    void sendsTheBytesThatWereEncodedEveryTimeItSendsThem() {
        EncodedRecord encoded = heartbeat();
        receiver.answerNext(OtlpAnswer.status(503), OtlpAnswer.accepted());

        assertThat(deliver(encoded).verdict()).isInstanceOf(Verdict.Retry.class);
        assertThat(deliver(encoded).verdict()).isEqualTo(new Verdict.Delivered(""));

        ByteString bytes = ByteString.copyFrom(encoded.bytes());
        assertThat(receiver.records()).extracting(ReceivedRecord::encoded).containsExactly(bytes, bytes);
        assertThat(receiver.records()).extracting(ReceivedRecord::uid).containsExactly("beat-1", "beat-1");
    }

    @Test
    void keepsTheOrderOfABatchUnderOneResourceAndScope() {
        List<EncodedRecord> batch = List.of(detailed("u-1"), detailed("u-2"), detailed("u-3"));

        Answer answer = sink.deliver(TestRecords.clearance(Layer.DETAILED), new Batch(TestRecords.SERVICE, batch))
                .await();

        assertThat(answer.verdict()).isEqualTo(new Verdict.Delivered(""));
        assertThat(receiver.records()).extracting(ReceivedRecord::uid).containsExactly("u-1", "u-2", "u-3");
        assertThat(receiver.records()).extracting(ReceivedRecord::scope).containsOnly("timetracker.telemetry");
        assertThat(receiver.records().get(0).resource())
                .containsEntry("service.name", "timetracker")
                .containsEntry("deployment.environment", "staging");
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    @Proves(Promise.P1)
    void refusesABatchThatTheClearanceDoesNotCoverBeforeAnythingIsOpened() {
        Batch batch = new Batch(TestRecords.SERVICE, List.of(detailed("u-1")));

        assertThatThrownBy(() -> sink.deliver(TestRecords.clearance(Layer.BASE), batch))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(receiver.connections()).isZero();
    }

    @Test
    @Proves(Promise.P5)
    void opensNoConnectionAndStartsNoThreadBeforeTheFirstDelivery() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        try (OtlpTelemetrySink unused = OtlpTelemetrySink.create(
                OtlpSinkConfig.of(receiver.baseEndpoint().toString(), "1:t"))) {
            assertThat(unused.encoder().encode(TestRecords.heartbeat()).size()).isPositive();
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread))
                    .noneMatch(thread -> thread.getName().startsWith("aboveboard")
                            || thread.getName().startsWith("HttpClient"));
        }
        assertThat(receiver.connections()).isZero();
    }

    @Test
    @Proves(Promise.P7)
    void runsOnDaemonThreadsOnly() {
        deliver(heartbeat());

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("aboveboard-otlp")
                        || thread.getName().startsWith("HttpClient"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    @Test
    @Fault("C3")
    void reportsWhatTheServerRejectedAndItsClock() {
        receiver.answerNext(
                OtlpAnswer.partialSuccess(1, "too old").withHeader("Date", "Fri, 01 Jan 2027 10:00:00 GMT"));

        Answer answer = deliver(heartbeat());

        assertThat(answer.verdict()).isEqualTo(new Verdict.PartiallyRejected(1, "too old"));
        assertThat(answer.serverTime()).isEqualTo(Instant.parse("2027-01-01T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    @Fault("C10")
    void followsNoRedirect(int status) {
        try (RecordingOtlpReceiver evil = RecordingOtlpReceiver.start()) {
            receiver.answerNext(OtlpAnswer.status(status)
                    .withHeader("Location", evil.logsEndpoint().toString()));

            assertThat(deliver(heartbeat()).verdict())
                    .isInstanceOfSatisfying(
                            Verdict.Parked.class,
                            parked -> assertThat(parked.reason())
                                    .isEqualTo("redirected (" + status
                                            + ") to http://127.0.0.1, which is never followed"));
            assertThat(evil.connections()).isZero();
        }
    }

    @Test
    @Fault("C2")
    void doesNotTakeThePageOfAPortalForAnAcknowledgement() {
        receiver.answerNext(OtlpAnswer.status(200).withBody("text/html", "<html>please sign in</html>"));

        assertThat(deliver(heartbeat()).verdict()).isInstanceOf(Verdict.Retry.class);
    }

    @Test
    @Fault("C11")
    void retriesWhereTheServerHangsUp() {
        receiver.answerNext(OtlpAnswer.hangUp());

        assertThat(deliver(heartbeat()).verdict())
                .isEqualTo(Verdict.Retry.because("the connection broke off before there was an answer"));
    }

    @Test
    @Fault("C11")
    @Proves(Promise.P9)
    void sendsTheSameBytesAgainAfterTheServerHungUp() {
        EncodedRecord encoded = heartbeat();
        receiver.answerNext(OtlpAnswer.hangUp(), OtlpAnswer.hangUp());

        deliver(encoded);
        deliver(encoded);
        assertThat(deliver(encoded).verdict()).isEqualTo(new Verdict.Delivered(""));

        assertThat(receiver.requests())
                .extracting(ReceivedRequest::body)
                .hasSize(3)
                .containsOnly(receiver.requests().get(0).body());
        assertThat(receiver.records()).extracting(ReceivedRecord::uid).containsOnly("beat-1");
    }

    @Test
    @Fault("C12")
    void retriesWhereNobodyListens() {
        receiver.close();

        assertThat(deliver(heartbeat()).verdict()).isEqualTo(Verdict.Retry.because("the connection was refused"));
    }

    @Test
    void handsOverWithoutWaitingForTheAnswer() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        receiver.answerNext(OtlpAnswer.accepted().heldUntil(gate));

        Delivery delivery = begin(heartbeat());
        receiver.awaitRequests(1, Duration.ofSeconds(10));
        gate.countDown();

        assertThat(delivery.await().verdict()).isEqualTo(new Verdict.Delivered(""));
    }

    @Test
    @Fault("C26")
    void answersARetryOnceClosedAndClosesTwice() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        receiver.answerNext(OtlpAnswer.accepted().heldUntil(never));
        Delivery underWay = begin(heartbeat());
        receiver.awaitRequests(1, Duration.ofSeconds(10));

        sink.close();
        sink.close();

        assertThat(underWay.await().verdict()).isInstanceOf(Verdict.Retry.class);
        assertThat(deliver(heartbeat()).verdict()).isEqualTo(Verdict.Retry.because("the sender is closed"));
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void answersARetryToAnInterruptedThreadAndLeavesItInterrupted() {
        receiver.answerNext(OtlpAnswer.accepted().heldUntil(new CountDownLatch(1)));
        Delivery delivery = begin(heartbeat());

        Thread.currentThread().interrupt();
        Verdict verdict = delivery.await().verdict();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(verdict).isEqualTo(Verdict.Retry.because("interrupted while waiting for the answer"));
    }

    @Test
    @Fault("I3")
    void describesItselfWithoutItsCredentials() {
        assertThat(sink.describe())
                .isEqualTo(new SinkDescription(true, receiver.logsEndpoint().toString(), "127.0.0.1", true));
    }

    private Answer deliver(EncodedRecord encoded) {
        return begin(encoded).await();
    }

    private Delivery begin(EncodedRecord encoded) {
        return sink.deliver(TestRecords.clearance(encoded.layer()), new Batch(TestRecords.SERVICE, List.of(encoded)));
    }

    private EncodedRecord heartbeat() {
        return sink.encoder().encode(TestRecords.heartbeat());
    }

    private EncodedRecord detailed(String uid) {
        return sink.encoder().encode(TestRecords.detailed(uid, Map.of("n", new PropertyValue.Whole(1))));
    }
}
