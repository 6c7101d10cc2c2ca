package io.aboveboard.bootstrap.http;

import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.bootstrap.config.AccessToken;
import io.aboveboard.bootstrap.config.HttpConfig;
import io.aboveboard.bootstrap.http.access.Keyring;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.AboveboardBuilder;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.domain.host.JvmClocks;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.testkit.fake.FixedPlatformProbe;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The page over a telemetry that really reports, to a receiver on loopback. */
final class WireBench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOGIN = "token=" + HttpBench.ADMIN;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private final RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
    private final Aboveboard aboveboard;
    private final LocalServer server;
    private String cookie = "";

    private WireBench(UnaryOperator<AboveboardBuilder> made) {
        aboveboard = made.apply(Aboveboard.of("timetracker", "5.10.0")
                        .heartbeatAt(LocalTime.MIDNIGHT)
                        .heartbeatSpread(Duration.ZERO)
                        .installation(new InMemoryInstallationStore())
                        .sink(OtlpTelemetrySink.create(
                                OtlpSinkConfig.of(receiver.baseEndpoint().toString(), "123456:secret")))
                        .probe(new FixedPlatformProbe())
                        .environmentSwitches(new EnvironmentSwitches(Switches.unset(), List.of())))
                .start();
        Services services = new Services(
                aboveboard.transparency(),
                aboveboard.consent(),
                aboveboard.ingest(),
                aboveboard.erasure(),
                () -> aboveboard.flush(Duration.ofSeconds(2)),
                Switches.Silence.NONE,
                new Keyring(null, AccessToken.of(HttpBench.ADMIN), "/var/lib/timetracker/telemetry/admin-token"));
        server =
                LocalServer.open(Door.at(new HttpConfig("127.0.0.1", 0, null, Set.of())), services, JvmClocks.ticker());
        aboveboard.flush(PATIENCE);
    }

    static WireBench start() {
        return new WireBench(UnaryOperator.identity());
    }

    /** @param made changes what would be made otherwise */
    static WireBench start(UnaryOperator<AboveboardBuilder> made) {
        return new WireBench(made);
    }

    /** The page as somebody gets it who has signed in. */
    RawAnswer get(String path) {
        if (cookie.isEmpty()) {
            RawAnswer signedIn = RawAnswer.to(
                    server.entrance().getPort(), head("POST", "/login", LOGIN.length()) + FORM + "\r\n" + LOGIN);
            cookie = "Cookie: " + signedIn.header("Set-Cookie").get(0).replaceFirst(";.*", "") + "\r\n";
        }
        return RawAnswer.to(server.entrance().getPort(), head("GET", path, 0) + cookie + "\r\n");
    }

    private String head(String method, String path, int length) {
        return method + " " + path + " HTTP/1.1\r\nHost: "
                + server.address().substring("http://".length()) + "\r\nConnection: close\r\nContent-Length: " + length
                + "\r\n";
    }

    Aboveboard aboveboard() {
        return aboveboard;
    }

    LocalServer server() {
        return server;
    }

    /** The names of all that has arrived by the time nothing is waiting any more. */
    List<String> arrived() {
        aboveboard.flush(PATIENCE);
        return receiver.records().stream().map(ReceivedRecord::eventName).toList();
    }

    /** What has arrived, as it stood on the wire. */
    List<ReceivedRecord> records() {
        return receiver.records();
    }

    /** How the receiver answers from now on. */
    void answer(OtlpAnswer always) {
        receiver.answerAlways(always);
    }

    /** Sends a body as it is. */
    RawAnswer post(String path, String type, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return RawAnswer.to(
                server.entrance().getPort(), head("POST", path, length) + "Content-Type: " + type + "\r\n\r\n" + body);
    }

    @Override
    public void close() {
        server.close();
        aboveboard.close();
        receiver.close();
    }
}
