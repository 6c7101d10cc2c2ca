package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.http.guard.SafeHeaders;
import io.aboveboard.testkit.marks.Fault;
import java.util.List;
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
        SafeHeaders.ALL.forEach((name, value) -> assertThat(answer.header(name))
                .as(name)
                .isEqualTo(name.equals("Referrer-Policy") && isPage(answer) ? List.of("same-origin") : List.of(value)));
        assertThat(answer.text()).doesNotContain("Jetty", "jetty", "Exception", "\tat ", "java.");
        assertThat(answer.header("Server")).isEmpty();
    }

    private static boolean isPage(RawAnswer answer) {
        return answer.header("Content-Type").toString().contains("text/html");
    }
}
