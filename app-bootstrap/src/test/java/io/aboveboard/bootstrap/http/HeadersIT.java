package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is answered, the headers that protect its reader stand on it, and nothing of the inside shows. */
@Fault("H3")
class HeadersIT {
    private static HttpBench bench;

    @BeforeAll
    static void start() {
        bench = HttpBench.start();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1|Host: HOST",
                "GET /login HTTP/1.1|Host: HOST",
                "GET /v1/status HTTP/1.1|Host: HOST",
                "GET /assets/page.css HTTP/1.1|Host: HOST",
                "GET /assets/../../build.properties HTTP/1.1|Host: HOST",
                "GET /assets/%2e%2e/x HTTP/1.1|Host: HOST",
                "GET /nowhere/at/all HTTP/1.1|Host: HOST",
                "GET /v1/events HTTP/1.1|Host: HOST",
                "GET /v1/status HTTP/1.1|Host: evil.example",
                "PUT /v1/consent HTTP/1.1|Host: HOST|Content-Length: 0",
                "POST /v1/events HTTP/1.1|Host: HOST|Content-Length: 99999999",
                "GET /v1/status HTTP/9.9|Host: HOST",
                "GET /%zz HTTP/1.1|Host: HOST",
                "nonsense",
                "GET / HTTP/1.1"
            })
    void areOnEveryAnswer(String request) {
        RawAnswer answer = bench.send(
                request.replace("HOST", bench.host()).replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isBetween(200, 505);
        assertThat(answer.header("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(answer.header("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.header("Cache-Control")).containsExactly("no-store");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Permissions-Policy")).containsExactly("camera=(), geolocation=(), microphone=()");
        assertThat(answer.header("Referrer-Policy")).containsExactly(isPage(answer) ? "same-origin" : "no-referrer");
        assertThat(answer.text()).doesNotContain("Jetty", "jetty", "Exception", "\tat ", "java.");
        assertThat(answer.header("Server")).isEmpty();
    }

    private static boolean isPage(RawAnswer answer) {
        return answer.header("Content-Type").toString().contains("text/html");
    }
}
