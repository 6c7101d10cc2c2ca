package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.testkit.marks.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser writes here only from our own page, and only what a foreign page could not have it send. */
@Fault("H2")
class WriteIT {
    private static final String EVENT = "{\"events\":[{\"name\":\"timer.started\"}]}";
    private static final String JSON = "Content-Type: application/json";
    private static final String ADMIN = "Authorization: Bearer " + HttpBench.ADMIN;

    private HttpBench bench;

    @BeforeEach
    void start() {
        bench = HttpBench.start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost.evil.example:PORT",
                "Origin: http://127.0.0.1:1",
                "Origin: http://localhost:PORT",
                "Origin: ",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: none",
                "Origin: http://127.0.0.1:PORT\r\nOrigin: https://evil.example",
                "Origin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site"
            })
    void refusesAWriteFromAnotherPage(String headers) {
        RawAnswer answer = bench.write(
                "PUT", "/v1/consent", "{\"granted\":true}", JSON, ADMIN, headers.replace("PORT", "" + bench.port()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).doesNotContain("evil");
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(ConsentStanding.State.UNDECIDED);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/events, application/json",
        "/v1/logs, application/json",
        "/v1/logs, application/x-protobuf",
        "/decision, application/x-www-form-urlencoded",
        "/forget, application/x-www-form-urlencoded",
        "/login, application/x-www-form-urlencoded",
        "/logout, application/x-www-form-urlencoded"
    })
    void refusesAWriteFromAnotherPageWhereverItGoes(String path, String type) {
        bench.aboveboard().consent().grant(Actor.cli());
        for (String header : List.of("Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site")) {
            RawAnswer answer = bench.write("POST", path, EVENT, "Content-Type: " + type, ADMIN, header);

            assertThat(answer.status()).as(header).isEqualTo(403);
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(ConsentStanding.State.GRANTED);
        assertNothingIsStored();
    }

    private void assertNothingIsStored() {
        bench.aboveboard().flush(Duration.ofMinutes(1));
        assertThat(bench.sink().records())
                .extracting(record -> new String(record.bytes(), StandardCharsets.UTF_8))
                .noneMatch(record -> record.contains("timer.started"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-None: none", "Origin: http://HOST", "Origin: http://HOST\r\nSec-Fetch-Site: same-origin"})
    void takesAWriteFromAProgramOrFromItself(String headers) {
        RawAnswer answer = bench.write(
                "PUT", "/v1/consent", "{\"granted\":true}", JSON, ADMIN, headers.replace("HOST", bench.host()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(ConsentStanding.State.GRANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-None: none",
                "Content-Type: text/plain",
                "Content-Type: text/plain; application/json",
                "Content-Type: text/plain;a=application/json",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Type: application/jsonp",
                "Content-Type: application/json, text/plain",
                "Content-Type: application/json; charset=utf-16",
                "Content-Type: application/json\r\nContent-Type: text/plain",
                "Content-Type: application / json"
            })
    void takesOnlyWhatIsCalledJson(String type) {
        bench.aboveboard().consent().grant(Actor.cli());
        RawAnswer answer = bench.write("POST", "/v1/events", EVENT, type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("unsupported_media_type");
        assertThat(bench.write("POST", "/v1/logs", EVENT, type).status()).isEqualTo(415);
        assertThat(bench.write("PUT", "/v1/consent", "{\"granted\":false}", type, ADMIN)
                        .status())
                .isEqualTo(415);
        assertNothingIsStored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=UTF-8",
                "application/json;charset=\"utf-8\""
            })
    void takesJsonHoweverItIsWritten(String type) {
        assertThat(bench.write("POST", "/v1/events", EVENT, "Content-Type: " + type)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "DELETE", "PATCH"})
    void grantsAPreflightNothing(String method) {
        RawAnswer answer = bench.send(method + " /v1/consent HTTP/1.1\r\nHost: " + bench.host()
                + "\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: PUT"
                + "\r\nAccess-Control-Request-Private-Network: true\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.text().toLowerCase(Locale.ROOT)).doesNotContain("access-control");
    }

    @Test
    void tellsNoOtherPageAnything() {
        RawAnswer answer = bench.get("/v1/status", "Origin: https://evil.example");

        assertThat(answer.text().toLowerCase(Locale.ROOT)).doesNotContain("access-control");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
    }
}
