package io.aboveboard.adapter.sink.otlp.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.sink.otlp.answer.AnswerTable;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.config.ProxySettings;
import io.aboveboard.adapter.sink.otlp.config.Secret;
import io.aboveboard.adapter.sink.otlp.server.Misbehaviours;
import io.aboveboard.adapter.sink.otlp.server.RawServer;
import io.aboveboard.adapter.sink.otlp.server.TunnelProxy;
import io.aboveboard.adapter.sink.otlp.tls.TestAuthority;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.testkit.fixture.ShortJvm;
import io.aboveboard.testkit.marks.Fault;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink lies at a name that nobody but a proxy can resolve, so that what arrives there has come through it. */
@Tag("thorough")
@Fault("C28")
class ProxyIT {
    private static final URI ENDPOINT = URI.create("https://otlp.example.test/v1/logs");
    private static final RawServer.Behaviour ACCEPTS = Misbehaviours.says("HTTP/1.1 204 No Content\r\n\r\n");

    private static TestAuthority authority;
    private static TlsSettings trusting;

    @BeforeAll
    static void issue(@TempDir Path folder) throws Exception {
        authority = TestAuthority.in(folder);
        authority.issue("server");
        trusting = TlsSettings.defaults().trusting(authority.certificatePem("ca"));
    }

    @Test
    void tunnelsThroughAProxyThatAloneLooksUpTheName() throws Exception {
        try (RawServer sink = sink();
                TunnelProxy proxy = TunnelProxy.to(sink.port())) {
            assertThat(verdict(post(through(proxy.port())))).isEqualTo(new Verdict.Delivered(""));
            assertThat(proxy.heads()).startsWith("CONNECT otlp.example.test:443 HTTP/1.1");
            assertThat(proxy.heads()).doesNotContain("Authorization", "/v1/logs");
            assertThat(sink.heads())
                    .singleElement()
                    .satisfies(head -> assertThat(head)
                            .startsWith("POST /v1/logs")
                            .containsIgnoringCase("Authorization: Basic b3duOnRva2Vu")
                            .doesNotContainIgnoringCase("Proxy-"));
        }
    }

    @Test
    @Fault("C5")
    void parksWhereTheProxyAsksWhoItIs() throws Exception {
        try (RawServer sink = sink();
                TunnelProxy proxy = TunnelProxy.asking(sink.port(), "Proxy-Authorization: Basic")) {
            Verdict verdict = verdict(post(through(proxy.port())));

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Parked.class,
                            parked -> assertThat(parked.remedy()).contains("check the proxy credentials"));
            assertThat(sink.accepted()).isZero();
        }
    }

    /** Where the JVM of these tests was not told to, it keeps credentials back, which is the case above. */
    @Test
    @Fault("I3")
    void identifiesItselfToAProxyAndToNobodyElseAndNeverSaysWithWhat() throws Exception {
        try (RawServer sink = RawServer.start(ACCEPTS)) {
            ProxySettings proxy = ProxySettings.via("127.0.0.1", sink.port()).identifiedBy("u", Secret.of("canary"));
            OtlpSinkConfig plain = new OtlpSinkConfig(
                    URI.create("http://otlp.example.test/v1/logs"),
                    Map.of(),
                    Duration.ofSeconds(10),
                    true,
                    trusting,
                    false,
                    proxy);

            assertThat(verdict(post(plain))).isEqualTo(new Verdict.Delivered(""));
            assertThat(sink.heads())
                    .singleElement()
                    .satisfies(head -> assertThat(head)
                            .startsWith("POST http://otlp.example.test/v1/logs")
                            .containsIgnoringCase("Proxy-Authorization: Basic dTpjYW5hcnk="));
            assertThat(plain.toString()).contains("with credentials").doesNotContain("canary", "dTpj");
        }
        try (RawServer direct = RawServer.start(ACCEPTS)) {
            OtlpSinkConfig straight = new OtlpSinkConfig(
                    direct.endpoint("http"),
                    Map.of(),
                    Duration.ofSeconds(10),
                    true,
                    trusting,
                    false,
                    ProxySettings.direct());
            assertThat(verdict(post(straight))).isEqualTo(new Verdict.Delivered(""));
            assertThat(direct.heads().get(0)).startsWith("POST /v1/logs").doesNotContainIgnoringCase("Proxy-");
        }
    }

    /** As the jar sets its own JVM up; here one that is started so. */
    @Test
    void identifiesItselfForATunnelWhereTheJvmLetsIt(@TempDir Path folder) throws Exception {
        Path ca = Files.write(folder.resolve("ca.pem"), authority.certificatePem("ca"));
        try (RawServer sink = sink();
                TunnelProxy proxy = TunnelProxy.asking(sink.port(), "Proxy-Authorization: Basic dTpjYW5hcnk=")) {
            Process child = new ProcessBuilder(ShortJvm.command(
                            "-Djdk.http.auth.tunneling.disabledSchemes=",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ProxiedPost.class.getName(),
                            ENDPOINT.toString(),
                            ca.toString(),
                            String.valueOf(proxy.port())))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            try {
                assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(folder.resolve("output")).isEmptyFile();
                assertThat(child.exitValue()).isZero();
            } finally {
                child.destroyForcibly();
            }
            assertThat(sink.heads())
                    .singleElement()
                    .satisfies(
                            head -> assertThat(head).startsWith("POST /v1/logs").doesNotContainIgnoringCase("Proxy-"));
        }
    }

    @Test
    @Fault("C12")
    void takesADeadProxyForAnUnreachableSink() throws Exception {
        int port;
        try (RawServer gone = RawServer.start(ACCEPTS)) {
            port = gone.port();
        }

        assertThat(post(through(port)))
                .isEqualTo(new Exchange.Unanswered(
                        Exchange.Step.CONNECTION,
                        "the connection was refused (through the proxy 127.0.0.1:" + port + ")"));
        assertThat(post(config(ProxySettings.via("no-such-proxy.invalid", 3128))))
                .isEqualTo(new Exchange.Unanswered(
                        Exchange.Step.NAME,
                        "the host name cannot be resolved (through the proxy no-such-proxy.invalid:3128)"));
    }

    @Test
    void asksForARetryWhereTheProxyOpensNoTunnel() throws Exception {
        try (RawServer proxy = RawServer.start(Misbehaviours.says("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(post(through(proxy.port())))
                    .isEqualTo(new Exchange.Unanswered(
                            Exchange.Step.CONNECTION,
                            "the proxy opens no tunnel to the host (through the proxy" + " 127.0.0.1:" + proxy.port()
                                    + ")"));
        }
    }

    @Test
    @Fault({"C11", "C12"})
    void asksForARetryWhereTheProxyDiesWithinAnOpenTunnel() throws Exception {
        try (RawServer proxy = TunnelProxy.dyingWithinTheTunnel()) {
            assertThat(post(through(proxy.port())))
                    .isInstanceOfSatisfying(
                            Exchange.Unanswered.class,
                            unanswered -> assertThat(unanswered.reason())
                                    .endsWith(" (through the proxy 127.0.0.1:" + proxy.port() + ")"));
            assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT otlp.example.test:443");
        }
    }

    /** What was under way when the tunnel broke goes through the next one. */
    @Test
    @Fault("C11")
    void sendsTheSameBytesAgainThroughATunnelThatBroke() throws Exception {
        try (RawServer sink = RawServer.start(
                        authority.serverContext("server").getServerSocketFactory(),
                        Misbehaviours.inTurn(Misbehaviours.resets(), ACCEPTS));
                TunnelProxy proxy = TunnelProxy.to(sink.port());
                OtlpHttpClient client = new OtlpHttpClient(through(proxy.port()), "test")) {
            assertThat(client.post(new byte[] {1, 2, 3}).await()).isInstanceOf(Exchange.Unanswered.class);
            assertThat(verdict(client.post(new byte[] {1, 2, 3}).await())).isEqualTo(new Verdict.Delivered(""));
            assertThat(sink.bodies())
                    .hasSize(2)
                    .allMatch(body -> Arrays.equals(body, sink.bodies().get(0)));
        }
    }

    @Test
    @Fault("C13")
    void givesUpOnAProxyThatNeverAnswers() throws Exception {
        try (RawServer proxy = RawServer.start(Misbehaviours.isSilent())) {
            OtlpSinkConfig impatient = through(proxy.port()).within(Duration.ofSeconds(1));

            assertThat(post(impatient))
                    .isInstanceOfSatisfying(
                            Exchange.Unanswered.class,
                            unanswered -> assertThat(unanswered.reason())
                                    .isEqualTo("no answer within 1.0 s (through the proxy 127.0.0.1:" + proxy.port()
                                            + ")"));
            assertThat(proxy.awaitHangUps(1)).isTrue();
        }
    }

    @Test
    void checksTheCertificateOfTheSinkBehindTheProxyToo() throws Exception {
        try (RawServer sink = sink();
                TunnelProxy proxy = TunnelProxy.to(sink.port())) {
            OtlpSinkConfig other = new OtlpSinkConfig(
                    URI.create("https://elsewhere.test/v1/logs"),
                    Map.of(),
                    Duration.ofSeconds(10),
                    true,
                    trusting,
                    false,
                    ProxySettings.via("127.0.0.1", proxy.port()));

            assertThat(post(other))
                    .isInstanceOfSatisfying(
                            Exchange.Unanswered.class,
                            unanswered -> assertThat(unanswered.reason())
                                    .startsWith("TLS: the server's certificate is for another host"));
            assertThat(sink.requests()).isZero();
        }
    }

    private static RawServer sink() throws Exception {
        return RawServer.start(authority.serverContext("server").getServerSocketFactory(), ACCEPTS);
    }

    private static OtlpSinkConfig through(int port) {
        return config(ProxySettings.via("127.0.0.1", port));
    }

    private static OtlpSinkConfig config(ProxySettings proxy) {
        return new OtlpSinkConfig(
                ENDPOINT,
                Map.of("authorization", Secret.of("Basic b3duOnRva2Vu")),
                Duration.ofSeconds(10),
                true,
                trusting,
                false,
                proxy);
    }

    private static Exchange post(OtlpSinkConfig config) {
        try (OtlpHttpClient client = new OtlpHttpClient(config, "test")) {
            return client.post(new byte[] {1, 2, 3}).await();
        }
    }

    private static Verdict verdict(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        return AnswerTable.verdict(((Exchange.Answered) exchange).answer(), 1, Instant.EPOCH);
    }
}
