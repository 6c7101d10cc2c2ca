package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.config.AccessToken;
import io.aboveboard.bootstrap.http.access.Keyring;
import io.aboveboard.bootstrap.http.guard.HostNames;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.domain.host.JvmClocks;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.testkit.fake.FixedPlatformProbe;
import io.aboveboard.testkit.fake.RecordingTelemetrySink;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host mounts the page in a container of its own, below a path of its own choice. */
class HostedIT {
    private static final String JSON = "Content-Type: application/json\r\n";

    private Aboveboard aboveboard;
    private Server container;
    private HttpInterface http;
    private int port;

    @BeforeEach
    void start() throws Exception {
        aboveboard = Aboveboard.of("timetracker", "5.10.0")
                .installation(new InMemoryInstallationStore())
                .sink(new RecordingTelemetrySink())
                .probe(new FixedPlatformProbe())
                .environmentSwitches(new EnvironmentSwitches(Switches.unset(), List.of()))
                .start();
        container = new Server();
        ServerConnector connector = new ServerConnector(container);
        connector.setHost("127.0.0.1");
        container.addConnector(connector);
        connector.open();
        port = connector.getLocalPort();
        http = HttpInterface.of(services(), HostNames.of("127.0.0.1", port, Set.of()), JvmClocks.ticker());
        container.setHandler(context());
        container.start();
    }

    private Services services() {
        return new Services(
                aboveboard.transparency(),
                aboveboard.consent(),
                aboveboard.ingest(),
                aboveboard.erasure(),
                () -> {},
                Switches.Silence.NONE,
                new Keyring(null, AccessToken.of(HttpBench.ADMIN), ""));
    }

    private ServletContextHandler context() {
        ServletContextHandler context = new ServletContextHandler("/telemetry", ServletContextHandler.NO_SESSIONS);
        context.addServletContainerInitializer(
                (Set<Class<?>> none, ServletContext servlets) -> http.register(servlets));
        return context;
    }

    @AfterEach
    void stop() throws Exception {
        container.stop();
        aboveboard.close();
    }

    @Test
    void showsThePageBelowThePathOfTheHost() {
        RawAnswer welcome = send("GET /telemetry" + http.entrance(), "", "");
        String cookie = "Cookie: " + welcome.header("Set-Cookie").get(0).replaceFirst(";.*", "") + "\r\n";

        assertThat(welcome.header("Set-Cookie").get(0)).contains("; Path=/telemetry;");
        assertThat(send("GET /telemetry/setup", cookie, "").body())
                .contains("href=\"/telemetry/assets/page.css\"", "action=\"/telemetry/decision\"")
                .doesNotContain("href=\"/assets");
        assertThat(send("GET /telemetry/", cookie, "").status()).isEqualTo(200);
        assertThat(send("GET /telemetry/", "", "").header("Location")).containsExactly("/telemetry/login");
    }

    @Test
    void guardsAndServesProgramsThereToo() {
        String event = "{\"events\":[{\"name\":\"timer.started\"}]}";

        assertThat(send("POST /telemetry/v1/events", JSON, event).body()).contains("no_consent");
        assertThat(send("POST /telemetry/v1/events", JSON, " ".repeat(2_000_000))
                        .status())
                .isEqualTo(413);
        assertThat(send("POST /telemetry/v1/events", JSON + "Origin: https://evil.example\r\n", event)
                        .status())
                .isEqualTo(403);
        assertThat(RawAnswer.to(
                                port,
                                "GET /telemetry/v1/status HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(403);
    }

    private RawAnswer send(String request, String headers, String body) {
        return RawAnswer.to(
                port,
                request + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n" + headers
                        + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body);
    }
}
