package io.aboveboard.adapter.sink.otlp.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.config.ProxySettings;
import io.aboveboard.adapter.sink.otlp.config.Secret;
import io.aboveboard.adapter.sink.otlp.server.Misbehaviours;
import io.aboveboard.adapter.sink.otlp.server.RawServer;
import io.aboveboard.adapter.sink.otlp.tls.TestAuthority;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Proves(Promise.P16)
@Fault("C13")
class HttpProbeIT {
    /** The settings with which a server of gRPC begins a connection. */
    private static final RawServer.Behaviour GRPC =
            Misbehaviours.says(HexFormat.of().parseHex("00000604000000000000050000400000"));

    private static final RawServer.Behaviour HTTP = Misbehaviours.says("HTTP/1.1 405 Not Allowed\r\n\r\n");

    @Test
    void findsOutWhatIsSpokenWithoutPayloadAndCredentials() throws Exception {
        try (RawServer http = RawServer.start(HTTP);
                RawServer grpc = RawServer.startImpatient(GRPC)) {
            assertThat(findsSomethingElse(config(http.endpoint("http")))).isFalse();
            assertThat(findsSomethingElse(config(grpc.endpoint("http")))).isTrue();
            assertThat(http.heads())
                    .containsExactly(
                            "HEAD /v1/logs HTTP/1.1\nHost: localhost:" + http.port() + "\nConnection: close\n");
            assertThat(http.awaitHangUps(1)).isTrue();
            assertThat(grpc.awaitHangUps(1)).isTrue();
        }
    }

    @Test
    void findsItOutWithinTlsAndOnlyOfTheRightServer(@TempDir Path folder) throws Exception {
        TestAuthority authority = TestAuthority.in(folder);
        authority.issue("server");
        TlsSettings trusting = TlsSettings.defaults().trusting(authority.certificatePem("ca"));
        var sockets = authority.serverContext("server").getServerSocketFactory();
        try (RawServer http = RawServer.start(sockets, HTTP);
                RawServer grpc = RawServer.startImpatient(sockets, GRPC)) {
            assertThat(findsSomethingElse(config(http.endpoint("https"), trusting)))
                    .isFalse();
            assertThat(findsSomethingElse(config(grpc.endpoint("https"), trusting)))
                    .isTrue();
            assertThat(findsSomethingElse(config(grpc.endpoint("https")))).isFalse();
        }
    }

    @Test
    void asksAProxyForATunnel() throws Exception {
        OtlpSinkConfig far = config(URI.create("https://logs.example.org/v1/logs"));
        try (RawServer proxy = RawServer.start(Misbehaviours.says("HTTP/1.1 407 Who are you\r\n\r\n"));
                RawServer other = RawServer.startImpatient(GRPC)) {
            assertThat(findsSomethingElse(far.through(ProxySettings.via("localhost", proxy.port()))))
                    .isFalse();
            assertThat(findsSomethingElse(far.through(ProxySettings.via("localhost", other.port()))))
                    .isTrue();
            assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT logs.example.org:443 HTTP/1.1\n");
        }
    }

    @Test
    void leavesItToARequestToTellWhyNothingIsSaid() throws Exception {
        URI closed;
        try (RawServer silent = RawServer.start(Misbehaviours.isSilent());
                RawServer gone = RawServer.start(Misbehaviours.saysAndHangsUp(""))) {
            assertThat(findsSomethingElse(config(silent.endpoint("http")))).isFalse();
            assertThat(findsSomethingElse(config(gone.endpoint("http")))).isFalse();
            closed = gone.endpoint("http");
        }
        assertThat(findsSomethingElse(config(closed))).isFalse();
    }

    private static boolean findsSomethingElse(OtlpSinkConfig config) {
        return new HttpProbe(config).findsSomethingElse();
    }

    private static OtlpSinkConfig config(URI endpoint) {
        return config(endpoint, TlsSettings.defaults());
    }

    private static OtlpSinkConfig config(URI endpoint, TlsSettings tls) {
        return new OtlpSinkConfig(
                endpoint, Map.of("authorization", Secret.of("Basic x")), Duration.ofSeconds(9), true, tls, false);
    }
}
