package io.aboveboard.adapter.sink.otlp;

import static io.aboveboard.adapter.sink.otlp.OtlpFinding.Check.CLOCK;
import static io.aboveboard.adapter.sink.otlp.OtlpFinding.Check.CONNECTION;
import static io.aboveboard.adapter.sink.otlp.OtlpFinding.Check.CREDENTIALS;
import static io.aboveboard.adapter.sink.otlp.OtlpFinding.Check.NAME;
import static io.aboveboard.adapter.sink.otlp.OtlpFinding.Check.RECEIVER;
import static io.aboveboard.adapter.sink.otlp.OtlpFinding.Check.TLS;
import static io.aboveboard.adapter.sink.otlp.OtlpFinding.Outcome.FAILED;
import static io.aboveboard.adapter.sink.otlp.OtlpFinding.Outcome.OK;
import static io.aboveboard.adapter.sink.otlp.OtlpFinding.Outcome.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.sink.otlp.OtlpFinding.Check;
import io.aboveboard.adapter.sink.otlp.OtlpFinding.Outcome;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.config.ProxySettings;
import io.aboveboard.adapter.sink.otlp.config.Secret;
import io.aboveboard.adapter.sink.otlp.server.Misbehaviours;
import io.aboveboard.adapter.sink.otlp.server.RawServer;
import io.aboveboard.adapter.sink.otlp.tls.TestAuthority;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.testkit.fake.MutableClock;
import io.aboveboard.testkit.loki.FakeLoki;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("thorough")
@Proves(Promise.P13)
class OtlpDoctorIT {
    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
    private static final InstantSource OURS = InstantSource.fixed(NOW);
    private static final List<Check> ALL = List.of(NAME, CONNECTION, TLS, RECEIVER, CREDENTIALS, CLOCK);

    private final MutableClock theirs = MutableClock.at(NOW);
    private final RecordingOtlpReceiver receiver =
            RecordingOtlpReceiver.startOn(0, theirs, received -> OtlpAnswer.accepted());

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void findsNothingWrongAndHasSentNoRecord() {
        List<OtlpFinding> findings = OtlpDoctor.examine(config(), OURS);

        assertThat(findings).extracting(OtlpFinding::check).isEqualTo(ALL);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.outcome()).isEqualTo(OK);
            assertThat(finding.observation()).isNotEmpty();
            assertThat(finding.remedy()).isEmpty();
        });
        assertThat(receiver.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/logs");
            assertThat(request.records()).isEmpty();
            assertThat(request.problem()).isEmpty();
        });
    }

    @Test
    void takesTheRefusalOfEmptinessThatIsLokisForAWelcome() {
        try (FakeLoki loki = FakeLoki.start(OURS)) {
            List<OtlpFinding> findings =
                    OtlpDoctor.examine(OtlpSinkConfig.of(loki.baseEndpoint().toString(), "1:t"), OURS);

            assertThat(findings).extracting(OtlpFinding::outcome).containsOnly(OK);
            assertThat(loki.entries()).isEmpty();
            assertThat(loki.requests()).hasSize(1);
        }
    }

    @Test
    @Fault("C18")
    void warnsOfCredentialsThatTravelUnencrypted() throws Exception {
        try (RawServer proxy = RawServer.start(Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n"))) {
            OtlpSinkConfig exposed = config(URI.create("http://otlp.example.test/v1/logs"))
                    .through(ProxySettings.via("127.0.0.1", proxy.port()));

            assertThat(OtlpDoctor.examine(exposed, OURS))
                    .filteredOn(finding -> finding.check() == TLS)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(WARNING));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, CREDENTIALS, FAILED, logs:write",
        "403, CREDENTIALS, FAILED, logs:write",
        "407, CREDENTIALS, FAILED, proxy",
        "404, RECEIVER, FAILED, /otlp",
        "302, RECEIVER, FAILED, final address",
        "260, RECEIVER, FAILED, unblock",
        "429, RECEIVER, WARNING, wait",
        "503, RECEIVER, WARNING, wait",
        "500, RECEIVER, FAILED, ask",
        "205, RECEIVER, FAILED, check the endpoint"
    })
    @Fault("C5")
    void saysWhatToDoAboutEachAnswer(int status, Check check, Outcome outcome, String remedy) {
        receiver.answerAlways(OtlpAnswer.status(status));

        assertThat(found(check)).satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(outcome);
            assertThat(finding.observation()).contains(String.valueOf(status));
            assertThat(finding.remedy()).contains(remedy);
        });
    }

    @Test
    @Fault("C2")
    void suspectsAPortalBehindAPage() {
        receiver.answerAlways(OtlpAnswer.status(200).withBody("text/html", "<html>sign in</html>"));

        assertThat(found(RECEIVER).outcome()).isEqualTo(FAILED);
        assertThat(found(RECEIVER).observation()).contains("portal");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, OK",
        "PT59S, OK",
        "PT-59S, OK",
        "PT61S, WARNING",
        "PT-2M, WARNING",
        "PT-11M, WARNING",
        "PT11M, FAILED"
    })
    void comparesTheClocks(Duration ahead, Outcome outcome) {
        theirs.set(NOW.minus(ahead));

        assertThat(found(CLOCK).outcome()).isEqualTo(outcome);
        assertThat(found(CLOCK).observation()).contains(ahead.abs().toSeconds() + " s");
    }

    @Test
    void warnsWhereTheServerDoesNotTellItsTime() throws Exception {
        try (RawServer server = RawServer.start(Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n"))) {
            assertThat(OtlpDoctor.examine(config(server.endpoint("http")), OURS))
                    .last()
                    .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(WARNING));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://no-such-host.invalid/v1/logs", "https://no-such-host.invalid/v1/logs"})
    @Fault("C12")
    void stopsAtANameThatCannotBeLookedUp(URI endpoint) {
        assertThat(OtlpDoctor.examine(config(endpoint), OURS)).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(NAME);
            assertThat(finding.outcome()).isEqualTo(FAILED);
            assertThat(finding.remedy()).contains("name service");
        });
    }

    @Test
    @Fault({"C12", "C28"})
    void stopsAtAConnectionThatIsRefusedAndSaysThroughWhat() {
        receiver.close();

        List<OtlpFinding> straight = OtlpDoctor.examine(config(), OURS);
        List<OtlpFinding> proxied = OtlpDoctor.examine(
                config(URI.create("https://otlp.example.test/v1/logs"))
                        .through(ProxySettings.via("127.0.0.1", receiver.port())),
                OURS);

        assertThat(straight).extracting(OtlpFinding::check).containsExactly(NAME, CONNECTION);
        assertThat(straight.get(1).observation()).isEqualTo("the connection was refused");
        assertThat(proxied.get(1).observation()).contains("through the proxy 127.0.0.1:" + receiver.port());
    }

    @Test
    @Fault("C14")
    void saysWhichCheckOfTheCertificateFailed(@TempDir Path folder) throws Exception {
        TestAuthority authority = TestAuthority.in(folder);
        authority.issue("server");
        try (RawServer server = RawServer.start(
                authority.serverContext("server").getServerSocketFactory(),
                Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n"))) {
            List<OtlpFinding> findings = OtlpDoctor.examine(config(server.endpoint("https")), OURS);

            assertThat(findings).extracting(OtlpFinding::check).containsExactly(NAME, CONNECTION, TLS);
            assertThat(findings.get(2).observation()).contains("authority that is not trusted");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    @Fault("C13")
    void waitsNoLongerThanTheSinkWould() throws Exception {
        try (RawServer server = RawServer.start(Misbehaviours.isSilent())) {
            List<OtlpFinding> findings =
                    OtlpDoctor.examine(config(server.endpoint("http")).within(Duration.ofMillis(500)), OURS);

            assertThat(findings).last().satisfies(finding -> {
                assertThat(finding.check()).isEqualTo(RECEIVER);
                assertThat(finding.observation()).isEqualTo("no answer within 0.5 s");
            });
        }
    }

    @Test
    @Fault("I3")
    void showsNoSecret() {
        for (int status : new int[] {204, 401, 407, 500}) {
            receiver.answerNext(OtlpAnswer.status(status));
            assertThat(OtlpDoctor.examine(config(), OURS).toString()).doesNotContain("Y2FuYXJ5", "canary");
        }
    }

    private OtlpFinding found(Check check) {
        return OtlpDoctor.examine(config(), OURS).stream()
                .filter(finding -> finding.check() == check)
                .findFirst()
                .orElseThrow();
    }

    private OtlpSinkConfig config() {
        return config(receiver.logsEndpoint());
    }

    private static OtlpSinkConfig config(URI endpoint) {
        return new OtlpSinkConfig(
                endpoint,
                Map.of("authorization", Secret.of("Basic Y2FuYXJ5")),
                Duration.ofSeconds(10),
                true,
                TlsSettings.defaults(),
                true);
    }
}
