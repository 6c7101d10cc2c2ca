package io.aboveboard.adapter.sink.otlp.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.sink.otlp.answer.AnswerTable;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.server.Http2Script;
import io.aboveboard.adapter.sink.otlp.server.Misbehaviours;
import io.aboveboard.adapter.sink.otlp.server.RawServer;
import io.aboveboard.adapter.sink.otlp.server.TlsSockets;
import io.aboveboard.adapter.sink.otlp.tls.TestAuthority;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
@Proves(Promise.P13)
class Http2IT {
    private static final byte[] MESSAGE = {1, 2, 3, 4, 5};
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration AMPLE = Duration.ofSeconds(20);

    private final Http2Script script = new Http2Script();

    private static TestAuthority authority;
    private static TlsSettings trusting;

    @BeforeAll
    static void issue(@TempDir Path folder) throws Exception {
        authority = TestAuthority.in(folder);
        authority.issue("server");
        trusting = TlsSettings.defaults().trusting(authority.certificatePem("ca"));
    }

    @Test
    @Fault("C1")
    void takesTheAcknowledgementOfAServerThatSpeaksHttp2() throws Exception {
        try (RawServer server = RawServer.startImpatient(speaking("h2"), script.acknowledges());
                OtlpHttpClient client = client(server, AMPLE)) {
            assertThat(verdict(client.post(MESSAGE).await())).isEqualTo(new Verdict.Delivered(""));
            assertThat(script.bodies()).containsExactly(MESSAGE);
        }
    }

    @Test
    @Fault("C11")
    @Proves(Promise.P9)
    void sendsTheSameBytesAgainAfterAServerSentItAway() throws Exception {
        RawServer.Behaviour first = script.goesAwayAfterARequest();
        try (RawServer server =
                        RawServer.startImpatient(speaking("h2"), Misbehaviours.inTurn(first, script.acknowledges()));
                OtlpHttpClient client = client(server, AMPLE)) {
            Exchange exchange = client.post(MESSAGE).await();
            if (exchange instanceof Exchange.Unanswered) {
                // A newer JDK has tried again by itself.
                exchange = client.post(MESSAGE).await();
            }

            assertThat(verdict(exchange)).isEqualTo(new Verdict.Delivered(""));
            assertThat(script.bodies()).containsExactly(MESSAGE, MESSAGE);
        }
    }

    /** Over HTTP/2 giving a request up does not end its connection, on which all the later ones would hang too. */
    @Test
    @Fault({"C12", "C13"})
    void doesNotTrustAConnectionAgainThatFellSilent() throws Exception {
        try (RawServer server = RawServer.startImpatient(
                        speaking("h2", "http/1.1"),
                        Misbehaviours.byProtocol(script.goesSilent(), Misbehaviours.acknowledgesARequest()));
                OtlpHttpClient client = client(server, TIMEOUT)) {
            assertThat(client.post(MESSAGE).await())
                    .isEqualTo(new Exchange.Unanswered(Exchange.Step.ANSWER, "no answer within 2.0 s"));
            assertThat(verdict(client.post(MESSAGE).await())).isEqualTo(new Verdict.Delivered(""));
            assertThat(server.accepted()).isEqualTo(2);
            assertThat(Collected.comesTrue(() -> server.hangUps() == 1)).isTrue();
        }
    }

    private static OtlpHttpClient client(RawServer server, Duration timeout) {
        return new OtlpHttpClient(
                new OtlpSinkConfig(server.endpoint("https"), Map.of(), timeout, false, trusting, false), "test");
    }

    private static Verdict verdict(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        return AnswerTable.verdict(((Exchange.Answered) exchange).answer(), 1, Instant.EPOCH);
    }

    private static ServerSocketFactory speaking(String... protocols) throws Exception {
        return TlsSockets.speaking(authority.serverContext("server"), protocols);
    }
}
