package io.aboveboard.testkit.loki;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.fake.MutableClock;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class FakeLokiIT {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    private static final List<String> LABELS = List.of(
            "cloud.availability_zone",
            "cloud.region",
            "container.name",
            "deployment.environment",
            "deployment.environment.name",
            "k8s.cluster.name",
            "k8s.container.name",
            "k8s.cronjob.name",
            "k8s.daemonset.name",
            "k8s.deployment.name",
            "k8s.job.name",
            "k8s.namespace.name",
            "k8s.pod.name",
            "k8s.replicaset.name",
            "k8s.statefulset.name");

    private final MutableClock clock = MutableClock.at(NOW);
    private final FakeLoki loki = FakeLoki.start(clock);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        loki.close();
    }

    @Test
    void storesWhatIsInOrderAndAnswersWithoutABody() throws Exception {
        HttpResponse<byte[]> response = post(new LokiExport()
                .resource("deployment.environment", "staging")
                .resource("service.version", "5.10.0")
                .log(NOW, "timer.started", Map.of("log.record.uid", "u-1")));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(loki.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.labels())
                    .isEqualTo(Map.of("service_name", "timetracker", "deployment_environment", "staging"));
            assertThat(entry.line()).isEqualTo("timer.started");
            assertThat(entry.time()).isEqualTo(NOW);
            assertThat(entry.metadata())
                    .containsEntry("log_record_uid", "u-1")
                    .containsEntry("service_version", "5.10.0")
                    .containsEntry("scope_name", "timetracker.telemetry");
            assertThat(entry.merged()).isEmpty();
        });
        assertThat(loki.discarded()).isEmpty();
        assertThat(loki.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "-P7D, 204, ''",
        "-PT168H0.000001S, 400, greater_than_max_sample_age",
        "PT10M, 204, ''",
        "PT10M0.000001S, 400, too_far_in_future"
    })
    @Fault("C20")
    void measuresAgeByItsOwnClock(Duration offset, int status, String reason) throws Exception {
        assertThat(post(new LokiExport().log(NOW.plus(offset), "e")).statusCode())
                .isEqualTo(status);
        assertThat(reasons()).isEqualTo(reason);

        clock.advance(offset);
        assertThat(post(new LokiExport().log(NOW.plus(offset), "f")).statusCode())
                .isEqualTo(204);
    }

    @Test
    @Fault("C19")
    void refusesWhatIsAnHourBehindTheNewestOfItsStream() throws Exception {
        post(new LokiExport().log(NOW, "newest"));

        assertThat(post(new LokiExport().log(NOW.minus(Duration.ofHours(1)), "just so"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(post(new LokiExport().log(NOW.minus(Duration.ofHours(1)).minusNanos(1_000), "too far"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(reasons()).isEqualTo("too_far_behind");
    }

    @Test
    @Fault("C21")
    void measuresOrderByStreamWhichAnInstanceHasOfItsOwn() throws Exception {
        post(new LokiExport().log(NOW, "of another installation"));
        Instant old = NOW.minus(Duration.ofHours(8));

        assertThat(post(new LokiExport()
                                .resource("service.instance.id", "spool-7")
                                .log(old, "late"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(loki.streams()).isEqualTo(2);
        assertThat(post(new LokiExport().resource("service.version", "6").log(old, "no label"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Fault("C4")
    void storesTheValidPartOfABatchThatItRefusesAndDoesNotSayWhich() throws Exception {
        HttpResponse<byte[]> response = post(new LokiExport()
                .log(NOW.minus(Duration.ofDays(8)), "too old")
                .log(NOW, "fine")
                .log(NOW.plus(Duration.ofDays(1)), "too new"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(loki.entries()).extracting(LokiEntry::line).containsExactly("fine");
        assertThat(loki.discarded())
                .extracting(Discarded::reason)
                .containsExactly("greater_than_max_sample_age", "too_far_in_future");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(response.body()[0]).as("field 2 of a status").isEqualTo((byte) 0x12);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("too_far_in_future");
    }

    @Test
    void dropsWithoutAWordWhatHasTheLineAndTheNanosecondOfAnother() throws Exception {
        HttpResponse<byte[]> response = post(new LokiExport()
                .log(NOW, "timer.started", Map.of("log.record.uid", "u-1"))
                .log(NOW, "timer.started", Map.of("log.record.uid", "u-2"))
                .log(NOW.plusNanos(1), "timer.started")
                .log(NOW, "timer.stopped"));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(loki.entries()).hasSize(3);
        assertThat(reasons()).isEqualTo(Discarded.DUPLICATE);
    }

    @Test
    @Fault("C22")
    void mergesKeysThatDifferInDotsOnly() throws Exception {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("a.b", "1");
        keys.put("a_b", "2");
        keys.put("1st", "3");
        post(new LokiExport().log(NOW, "e", keys));

        assertThat(loki.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.metadata()).containsEntry("a_b", "2").containsEntry("key_1st", "3");
            assertThat(entry.merged()).containsExactly("a_b");
        });
    }

    @Test
    @Fault("C22")
    void refusesWhatIsTooLongOrTooMuch() throws Exception {
        LokiLimits most = LokiLimits.DEFAULTS;
        assertThat(post(new LokiExport().log(NOW, "x".repeat(most.lineBytes()))).statusCode())
                .isEqualTo(204);

        assertThat(post(new LokiExport().log(NOW, "x".repeat(most.lineBytes() + 1)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(reasons()).isEqualTo("line_too_long");

        post(new LokiExport().log(NOW, "metadata", Map.of("k", "x".repeat(most.metadataBytes()))));
        assertThat(reasons()).isEqualTo("structured_metadata_too_large");

        post(new LokiExport().log(NOW, "many", numbered(most.metadataEntries())));
        assertThat(reasons()).isEqualTo("structured_metadata_too_many");
        assertThat(post(new LokiExport().log(NOW, "as many as may be", numbered(most.metadataEntries() - 4)))
                        .statusCode())
                .isEqualTo(204);

        post(new LokiExport()
                .resource("service.namespace", "x".repeat(most.labelValueBytes() + 1))
                .log(NOW, "label"));
        assertThat(reasons()).isEqualTo("label_value_too_long");

        LokiExport labelled = new LokiExport().resource("service.namespace", "n");
        LABELS.forEach(name -> labelled.resource(name, "v"));
        post(labelled.log(NOW, "labels"));
        assertThat(reasons()).isEqualTo("max_label_names_per_series");
    }

    @ParameterizedTest
    @EnumSource
    @Fault("C8")
    void refusesAWholeRequestWhereItIsOverloadedAndNamesNoTime(LokiOverload overload) throws Exception {
        loki.refuseNext(overload);

        HttpResponse<byte[]> response = post(new LokiExport().log(NOW, "e"));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).isEmpty();
        assertThat(overload.reason()).containsAnyOf("rate_limit", "stream_limit");
        assertThat(loki.entries()).isEmpty();
        assertThat(post(new LokiExport().log(NOW, "e")).statusCode()).isEqualTo(204);
    }

    @Test
    void takesNoMoreStreamsThanItMayHave() throws Exception {
        loki.limit(LokiLimits.DEFAULTS.withStreams(1));
        post(new LokiExport().log(NOW, "first"));

        assertThat(post(new LokiExport()
                                .resource("service.instance.id", "other")
                                .log(NOW, "second"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(post(new LokiExport().log(NOW, "third")).statusCode()).isEqualTo(204);
        assertThat(loki.entries()).extracting(LokiEntry::line).containsExactly("first", "third");
    }

    @Test
    @Fault("C6")
    void refusesARequestThatIsTooLarge() throws Exception {
        loki.limit(LokiLimits.DEFAULTS.withRequestBytes(300));

        assertThat(post(new LokiExport().log(NOW, "x".repeat(400))).statusCode())
                .isEqualTo(413);
        assertThat(post(new LokiExport().log(NOW, "x")).statusCode()).isEqualTo(204);
        assertThat(loki.entries()).hasSize(1);
    }

    @Test
    void refusesWhatHoldsNothingOrIsNoExport() throws Exception {
        assertThat(post(new byte[0]).statusCode()).isEqualTo(422);
        assertThat(post(new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
        assertThat(loki.awaitRequests(2, Duration.ofSeconds(10))).hasSize(2);
        assertThat(loki.requests()).hasSize(2);
    }

    @Test
    void datesItsAnswersAndFollowsAScript() throws Exception {
        loki.answerNext(OtlpAnswer.status(503));

        HttpResponse<byte[]> scripted = post(new LokiExport().log(NOW, "e"));

        assertThat(scripted.statusCode()).isEqualTo(503);
        assertThat(scripted.headers().firstValue("Date")).contains("Mon, 1 Mar 2027 12:00:00 GMT");
        assertThat(loki.entries()).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(post(new LokiExport().log(NOW, "e")).headers().firstValue("Date"))
                .contains("Mon, 1 Mar 2027 13:00:00 GMT");
    }

    private static Map<String, String> numbered(int count) {
        Map<String, String> attributes = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(i -> attributes.put("key_" + i, "v"));
        return attributes;
    }

    /** Why the last was not stored; empty where all was. */
    private String reasons() {
        return loki.discarded().isEmpty()
                ? ""
                : loki.discarded().get(loki.discarded().size() - 1).reason();
    }

    private HttpResponse<byte[]> post(LokiExport export) throws Exception {
        return post(export.bytes());
    }

    private HttpResponse<byte[]> post(byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(loki.baseEndpoint().resolve("/v1/logs"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
