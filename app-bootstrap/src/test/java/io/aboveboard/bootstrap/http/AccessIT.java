package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a token is demanded, nothing but the token will do, and guessing is slow. */
@Fault("H4")
class AccessIT {
    private HttpBench bench;

    @BeforeEach
    void start() {
        bench = HttpBench.Plan.DEFAULT.withToken().start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-None: none",
                "Authorization: Bearer wrong",
                "Authorization: Bearer ",
                "Authorization: " + HttpBench.USE,
                "Authorization: Basic " + HttpBench.USE,
                "Authorization: Bearer " + HttpBench.USE + "x",
                "Cookie: token=" + HttpBench.USE
            })
    void turnsAwayWhoDoesNotShowIt(String header) {
        for (String path : new String[] {"/v1/status", "/v1/consent", "/v1/status?token=" + HttpBench.USE}) {
            RawAnswer answer = bench.get(path, header);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).containsExactly("Bearer");
            assertThat(answer.text()).doesNotContain(HttpBench.USE, HttpBench.ADMIN, "install_id");
        }
    }

    @Test
    void letsInWhoShowsIt() {
        assertThat(bench.get("/v1/status", "Authorization: Bearer " + HttpBench.USE)
                        .status())
                .isEqualTo(200);
        assertThat(bench.get("/v1/status", "authorization: bearer " + HttpBench.ADMIN)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void hasOnlyTheAdminDecide() {
        String json = "Content-Type: application/json";

        assertThat(bench.write(
                                "PUT",
                                "/v1/consent",
                                "{\"granted\":true}",
                                json,
                                "Authorization: Bearer " + HttpBench.USE)
                        .status())
                .isEqualTo(401);
        assertThat(bench.write(
                                "PUT",
                                "/v1/consent",
                                "{\"granted\":true}",
                                json,
                                "Authorization: Bearer " + HttpBench.ADMIN)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void slowsDownWhoGuessesAndNobodyElse() {
        var statuses = IntStream.range(0, 12)
                .mapToObj(guess -> bench.get("/v1/status", "Authorization: Bearer guess-" + guess))
                .toList();

        assertThat(statuses.get(0).status()).isEqualTo(401);
        assertThat(statuses.get(11).status()).isEqualTo(429);
        assertThat(statuses.get(11).header("Retry-After")).hasSize(1);
        assertThat(bench.get("/v1/status", "Authorization: Bearer " + HttpBench.USE)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void showsThePageToNobodyWithoutASession() {
        for (String path : new String[] {"/", "/setup", "/download/sent.json", "/download/status.json"}) {
            RawAnswer answer = bench.get(path, "Authorization: Bearer " + HttpBench.ADMIN);

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).containsExactly("/login");
        }
    }
}
