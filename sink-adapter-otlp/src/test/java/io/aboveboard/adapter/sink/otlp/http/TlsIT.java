package io.aboveboard.adapter.sink.otlp.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.config.Secret;
import io.aboveboard.adapter.sink.otlp.server.Http2Script;
import io.aboveboard.adapter.sink.otlp.server.Misbehaviours;
import io.aboveboard.adapter.sink.otlp.server.RawServer;
import io.aboveboard.adapter.sink.otlp.server.TlsSockets;
import io.aboveboard.adapter.sink.otlp.tls.TestAuthority;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.testkit.marks.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class TlsIT {
    private static final RawServer.Behaviour ACCEPTS =
            Misbehaviours.says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

    /** A newer JDK tries again by itself what a server says it has not looked at; with the same bytes, and not for ever. */
    private static final int MOST_ATTEMPTS_OF_THE_JDK = 6;

    private static final byte[] MESSAGE = "a message".getBytes(US_ASCII);

    private static TestAuthority authority;
    private static TlsSettings trusting;

    @BeforeAll
    static void issue(@TempDir Path folder) throws Exception {
        authority = TestAuthority.in(folder);
        authority.issue("server");
        authority.issue("client");
        authority.issueExpired("expired");
        authority.issueForAnotherHost("other");
        trusting = TlsSettings.defaults().trusting(authority.certificatePem("ca"));
    }

    @Test
    void trustsTheAuthorityItIsGiven() throws Exception {
        try (RawServer server = tls("server")) {
            assertThat(post(server, trusting)).isInstanceOf(Exchange.Answered.class);
            assertThat(server.requests()).isOne();
        }
    }

    @Test
    @Fault("C14")
    void sendsNothingToAServerOfAnUnknownAuthority() throws Exception {
        try (RawServer server = tls("server")) {
            assertThat(post(server, TlsSettings.defaults()))
                    .isEqualTo(unanswered("the server's certificate is from an authority that is not trusted here"));
            assertThat(server.bytes()).isZero();
        }
    }

    @Test
    @Fault("C14")
    void sendsNothingToAServerWithAnExpiredCertificate() throws Exception {
        try (RawServer server = tls("expired")) {
            assertThat(post(server, trusting)).isEqualTo(unanswered("the server's certificate has expired"));
            assertThat(server.bytes()).isZero();
        }
    }

    @Test
    @Fault("C14")
    void sendsNothingToAServerWithTheCertificateOfAnother() throws Exception {
        try (RawServer server = tls("other")) {
            assertThat(post(server, trusting)).isEqualTo(unanswered("the server's certificate is for another host"));
            assertThat(server.bytes()).isZero();
        }
    }

    @Test
    @Fault("C14")
    void sendsNothingToAServerThatSpeaksPlainHttp() throws Exception {
        try (RawServer server = RawServer.startAtTheFirstByte(Misbehaviours.says("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertThat(post(server, trusting)).isEqualTo(unanswered("the server does not speak TLS on this port"));
            assertThat(server.awaitHangUps(1)).isTrue();
            assertHeardNoRequest(server);
        }
    }

    @Test
    @Fault("C14")
    void sendsNothingToAServerThatSpeaksAnOldVersionOnly() throws Exception {
        for (RawServer.Behaviour old :
                List.of(Misbehaviours.knowsNoVersionThatIsOffered(), Misbehaviours.choosesTls10())) {
            try (RawServer server = RawServer.startAtTheFirstByte(old)) {
                assertThat(post(server, trusting))
                        .isEqualTo(unanswered("server and client have no protocol version or cipher in common"));
                assertThat(server.awaitHangUps(1)).isTrue();
                assertHeardNoRequest(server);
            }
        }
    }

    @Test
    @Fault("C11")
    void asksForARetryWhereAnHttp2ServerSendsItAway() throws Exception {
        try (RawServer server = RawServer.startImpatient(
                TlsSockets.speaking(authority.serverContext("server"), "h2"),
                new Http2Script().goesAwayAfterARequest())) {
            assertThat(post(server, trusting))
                    .isEqualTo(new Exchange.Unanswered(
                            Exchange.Step.ANSWER, "the connection broke off before there was an answer"));
            assertThat(server.accepted()).isBetween(1, MOST_ATTEMPTS_OF_THE_JDK);
        }
    }

    @Test
    @Fault("C15")
    void identifiesItselfToAServerThatAsks() throws Exception {
        TlsSettings identified = trusting.identifiedBy(authority.certificatePem("client"), authority.keyPem("client"));
        try (RawServer server = RawServer.start(askingForIdentity(), ACCEPTS)) {
            assertThat(post(server, identified)).isInstanceOf(Exchange.Answered.class);
        }
    }

    /** Whose certificates the JVM trusts is read when a context is made. */
    @Test
    @Fault("C15")
    void identifiesItselfAlsoWhereItTrustsWhomTheJvmTrusts(@TempDir Path folder) throws Exception {
        Path store = authority.trustStoreIn(folder);
        String before = System.getProperty("javax.net.ssl.trustStore");
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        try (RawServer server = RawServer.start(askingForIdentity(), ACCEPTS)) {
            TlsSettings identified =
                    TlsSettings.defaults().identifiedBy(authority.certificatePem("client"), authority.keyPem("client"));

            assertThat(post(server, identified)).isInstanceOf(Exchange.Answered.class);
        } finally {
            restore("javax.net.ssl.trustStore", before);
        }
    }

    @Test
    @Fault("C14")
    void saysThatTheServerWantsACertificateIfItHasNone() throws Exception {
        try (RawServer server = RawServer.start(askingForIdentity(), ACCEPTS)) {
            assertThat(post(server, trusting))
                    .isEqualTo(unanswered("the server wants a client certificate that it trusts"));
            assertThat(server.bytes()).isZero();
        }
    }

    private static void assertHeardNoRequest(RawServer server) {
        assertThat(server.received())
                .isNotEmpty()
                .doesNotContain("POST", "/v1/logs", "canary", new String(MESSAGE, US_ASCII));
    }

    private static void restore(String property, @Nullable String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }

    private static Exchange unanswered(String reason) {
        return new Exchange.Unanswered(Exchange.Step.TLS, "TLS: " + reason);
    }

    private static Exchange post(RawServer server, TlsSettings tls) {
        OtlpSinkConfig config = new OtlpSinkConfig(
                server.endpoint("https"),
                Map.of("authorization", Secret.of("Basic canary")),
                Duration.ofSeconds(10),
                false,
                tls,
                false);
        try (OtlpHttpClient client = new OtlpHttpClient(config, "test")) {
            return client.post(MESSAGE).await();
        }
    }

    private static RawServer tls(String alias) throws GeneralSecurityException, IOException {
        return RawServer.start(authority.serverContext(alias).getServerSocketFactory(), ACCEPTS);
    }

    private static ServerSocketFactory askingForIdentity() throws GeneralSecurityException, IOException {
        return TlsSockets.askingForIdentity(authority.serverContext("server"));
    }
}
