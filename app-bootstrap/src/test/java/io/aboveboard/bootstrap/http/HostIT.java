package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.testkit.marks.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever calls this server by a name that is not its own gets nothing, whatever is asked for. */
@Fault("H1")
class HostIT {
    private static HttpBench bench;

    @BeforeAll
    static void start() {
        bench = HttpBench.Plan.DEFAULT
                .withHosts("telemetry", "proxy.example.com:8443")
                .start();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static RawAnswer called(String hostLines) {
        return bench.send("GET /v1/status HTTP/1.1\r\n" + hostLines.replace("PORT", String.valueOf(bench.port()))
                + "Connection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "127.0.0.1.evil.com:PORT",
                "localhost.:PORT",
                "localhost.evil.com:PORT",
                "localhost",
                "localhost:1",
                "127.0.0.1:1",
                "127.0.0.2:PORT",
                "127.1:PORT",
                "2130706433:PORT",
                "0.0.0.0:PORT",
                "[::]:PORT",
                "[0:0:0:0:0:0:0:1]:PORT",
                "user@localhost:PORT",
                "localhost:PORT:PORT",
                "localhost:PORT, evil.example",
                "proxy.example.com",
                "proxy.example.com:1",
                "telemetry.evil.com:PORT",
                "telemetry:",
                "telemetry:x",
                ""
            })
    void refusesAForeignName(String host) {
        RawAnswer answer = called("Host: " + host + "\r\n");

        assertThat(answer.status()).isIn(400, 403);
        assertThat(answer.text()).doesNotContain("install_id", "evil");
    }

    @Test
    void refusesNoNameAndTwoNames() {
        assertThat(called("").status()).isEqualTo(400);
        assertThat(called("Host: localhost:PORT\r\nHost: evil.example\r\n").status())
                .isEqualTo(400);
        assertThat(called("Host: localhost:PORT\r\nHost: localhost:PORT\r\n").status())
                .isIn(400, 403);
        assertThat(bench.send("GET /v1/status HTTP/1.0\r\n\r\n").status()).isIn(400, 403);
    }

    @Test
    void goesByTheNameOfTheAddressLineToo() {
        RawAnswer answer = bench.send("GET http://evil.example/v1/status HTTP/1.1\r\nHost: " + bench.host()
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isIn(400, 403);
    }

    @Test
    void isNotTalkedOverByAProxysHeaders() {
        RawAnswer answer =
                called("Host: evil.example\r\nX-Forwarded-Host: localhost:PORT\r\nForwarded: host=localhost:PORT\r\n");

        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:PORT",
                "LocalHost:PORT",
                "127.0.0.1:PORT",
                "[::1]:PORT",
                "telemetry",
                "telemetry:PORT",
                "Telemetry:80",
                "proxy.example.com:8443"
            })
    void answersToItsOwnNames(String host) {
        assertThat(called("Host: " + host + "\r\n").status()).isEqualTo(200);
    }

    @Test
    void looksAtTheNameBeforeTheBody() {
        RawAnswer answer = bench.send("POST /v1/events HTTP/1.1\r\nHost: evil.example\r\nContent-Type: application/json"
                + "\r\nContent-Length: 99999999\r\n\r\n");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("foreign_host");
        assertThat(answer.header("Connection")).containsExactly("close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "POST /v1/events", "POST /v1/logs", "POST /login", "GET /assets/page.css"})
    void refusesAForeignNameWhateverIsAskedFor(String what) {
        RawAnswer answer = bench.send(what + " HTTP/1.1\r\nHost: evil.example\r\nContent-Type: application/json"
                + "\r\nAccept: text/html\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).doesNotContain("timetracker", "evil");
    }

    @Test
    void usesUpNoCodeThatCameByAForeignName() {
        String path = bench.server()
                .entrance()
                .toString()
                .substring(bench.server().address().length());

        assertThat(bench.send("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(403);
        assertThat(bench.get(path).header("Set-Cookie")).hasSize(1);
    }

    @Test
    void takesNoDecisionFromAForeignName() {
        RawAnswer answer =
                bench.send("PUT /v1/consent HTTP/1.1\r\nHost: evil.example\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + HttpBench.ADMIN
                        + "\r\nConnection: close\r\nContent-Length: 16\r\n\r\n{\"granted\":true}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(ConsentStanding.State.UNDECIDED);
    }
}
