package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes too often is asked to come later, whatever they want. */
@Fault("H9")
class FloodIT {
    private HttpBench bench;

    @BeforeEach
    void start() {
        HttpLimits few = new HttpLimits(
                HttpLimits.DEFAULT.bodyBytes(), 8192, Duration.ofSeconds(10), Duration.ofSeconds(20), 256, 8, 2, 1);
        bench = HttpBench.Plan.DEFAULT.with(few).start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/status",
                "POST /v1/events",
                "POST /v1/logs",
                "PUT /v1/consent",
                "POST /decision",
                "GET /"
            })
    void isSlowedDown(String request) {
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(request.indexOf(' ') + 1);

        List<RawAnswer> answers = IntStream.range(0, 40)
                .mapToObj(i -> bench.write(method, path, "{}", "Content-Type: application/json"))
                .toList();

        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).containsExactly("1");
        });
        assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isNotEqualTo(429));
    }
}
