package io.aboveboard.bootstrap.http;

import io.aboveboard.bootstrap.config.AccessToken;
import io.aboveboard.bootstrap.config.HttpConfig;
import io.aboveboard.bootstrap.http.access.Keyring;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.AboveboardBuilder;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.domain.host.JvmClocks;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.testkit.fake.FixedPlatformProbe;
import io.aboveboard.testkit.fake.RecordingTelemetrySink;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A server on loopback over a telemetry that keeps everything in memory. */
final class HttpBench implements AutoCloseable {
    static final String ADMIN = "admin-token-of-a-test-0123456789";
    static final String USE = "use-token-of-a-test-0123456789";

    private final RecordingTelemetrySink sink = new RecordingTelemetrySink();
    private final Aboveboard aboveboard;
    private final Door door;
    private final LocalServer server;

    private HttpBench(Plan plan) {
        EnvironmentSwitches switches =
                new EnvironmentSwitches(new Switches(plan.silence, Switches.DetailedAnswer.UNSET), List.of());
        AboveboardBuilder builder = Aboveboard.of("timetracker", "5.10.0")
                .installation(new InMemoryInstallationStore())
                .sink(sink)
                .probe(new FixedPlatformProbe())
                .environmentSwitches(switches);
        aboveboard = plan.silence == Switches.Silence.NONE ? builder.start() : builder.build();
        door = Door.at(
                new HttpConfig(plan.host, 0, plan.use == null ? null : AccessToken.of(plan.use), plan.allowedHosts));
        server = LocalServer.open(door, services(plan), JvmClocks.ticker(), plan.limits);
    }

    private Services services(Plan plan) {
        AccessToken use = plan.use == null ? null : AccessToken.of(plan.use);
        return new Services(
                aboveboard.transparency(),
                aboveboard.consent(),
                aboveboard.ingest(),
                aboveboard.erasure(),
                () -> aboveboard.flush(Duration.ofSeconds(2)),
                plan.silence,
                new Keyring(use, AccessToken.of(ADMIN), "/state/telemetry/admin-token"));
    }

    /** How a bench is to be. */
    record Plan(
            String host, @Nullable String use, Set<String> allowedHosts, Switches.Silence silence, HttpLimits limits) {
        static final Plan DEFAULT = new Plan("127.0.0.1", null, Set.of(), Switches.Silence.NONE, HttpLimits.DEFAULT);

        Plan with(HttpLimits changed) {
            return new Plan(host, use, allowedHosts, silence, changed);
        }

        Plan withToken() {
            return new Plan(host, USE, allowedHosts, silence, limits);
        }

        Plan withHosts(String... names) {
            return new Plan(host, use, Set.of(names), silence, limits);
        }

        Plan silenced() {
            return new Plan(host, use, allowedHosts, Switches.Silence.DO_NOT_TRACK, limits);
        }

        HttpBench start() {
            return new HttpBench(this);
        }
    }

    static HttpBench start() {
        return Plan.DEFAULT.start();
    }

    Aboveboard aboveboard() {
        return aboveboard;
    }

    RecordingTelemetrySink sink() {
        return sink;
    }

    LocalServer server() {
        return server;
    }

    int port() {
        return door.port();
    }

    /** The name by which this machine may call it. */
    String host() {
        return "127.0.0.1:" + door.port();
    }

    /** Sends these bytes as they are, and reads until the server closes or the answer is whole. */
    RawAnswer send(String request) {
        return RawAnswer.to(port(), request);
    }

    RawAnswer get(String path, String... headers) {
        return send(head("GET", path, headers) + "\r\n");
    }

    RawAnswer write(String method, String path, String body, String... headers) {
        return send(head(method, path, headers) + "Content-Length: "
                + body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    private String head(String method, String path, String... headers) {
        StringBuilder head =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    @Override
    public void close() {
        server.close();
        aboveboard.close();
    }
}
