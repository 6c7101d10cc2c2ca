package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.testkit.marks.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is refused is told why in a form that they can read. */
class RefusalsIT {
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

    private static HttpBench bench;

    @BeforeAll
    static void start() {
        bench = HttpBench.start();
        bench.aboveboard().consent().grant(Actor.cli());
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void showAPageToPeople() {
        RawAnswer nothing = bench.get("/nowhere", BROWSER);
        RawAnswer foreign = bench.write(
                "POST",
                "/login",
                "token=x",
                BROWSER,
                "Content-Type: application/x-www-form-urlencoded",
                "Origin: https://evil.example");

        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.header("Content-Type")).containsExactly("text/html;charset=utf-8");
        assertThat(nothing.body()).contains("<h1>There is nothing here</h1>", "href=\"/\"", "page.css");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.body()).contains("<h1>That was not done</h1>", "Another page cannot write here.");
        assertThat(foreign.header("Content-Security-Policy")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/assets/none"})
    void tellProgramsInJson(String path) {
        RawAnswer answer = bench.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).containsExactly("application/json");
        assertThat(answer.body()).contains("\"not_found\"");
    }

    @Test
    void tellProgramsInJsonWhateverTheyAccept() {
        assertThat(bench.get("/v1/nowhere", BROWSER).header("Content-Type")).containsExactly("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "not protobuf, 400, 3, invalid_otlp",
        "EVIL, 403, 7, foreign_origin",
        "LARGE, 413, 8, too_large",
    })
    @Fault("H6")
    void tellWhoSpeaksProtobufInProtobuf(String body, int status, int code, String reason) throws Exception {
        byte[] answer = post(body, status);

        CodedInputStream in = CodedInputStream.newInstance(answer);
        assertThat(in.readTag()).isEqualTo(1 << 3);
        assertThat(in.readInt32()).isEqualTo(code);
        assertThat(in.readTag()).isEqualTo(2 << 3 | 2);
        assertThat(in.readString()).startsWith(reason + ": ");
        assertThat(in.isAtEnd()).isTrue();
    }

    private static byte[] post(String body, int status) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(bench.server().address() + "/v1/logs"))
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofString(body.equals("LARGE") ? "x".repeat(1 << 21) : body));
        if (body.equals("EVIL")) {
            request.header("Origin", "https://evil.example");
        }
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-protobuf");
        return answer.body();
    }
}
