package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import java.util.List;
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
    void looksAtNothingAnyMoreOfWhoGuessedTooOften() {
        List<RawAnswer> guesses = IntStream.range(0, 11)
                .mapToObj(guess -> bench.get("/v1/status", "Authorization: Bearer guess-" + guess))
                .toList();
        RawAnswer right = bench.get("/v1/status", "Authorization: Bearer " + HttpBench.USE);

        assertThat(guesses.get(0).status()).isEqualTo(401);
        assertThat(guesses.get(10).status()).isEqualTo(429);
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.body()).contains("too_many_attempts");
        assertThat(Integer.parseInt(right.header("Retry-After").get(0))).isBetween(1, 6);
    }

    @Test
    void looksAtNothingAnyMoreOfWhoGuessedAtTheSignIn() {
        for (int guess = 0; guess < 10; guess++) {
            assertThat(signIn("guess-" + guess).status()).isEqualTo(401);
        }
        RawAnswer right = signIn(HttpBench.ADMIN);

        assertThat(right.status()).isEqualTo(429);
        assertThat(right.header("Retry-After")).hasSize(1);
        assertThat(right.header("Set-Cookie")).isEmpty();
        assertThat(right.body()).contains("<h1>Too much at once</h1>");
    }

    private RawAnswer signIn(String token) {
        return bench.write(
                "POST",
                "/login",
                "token=" + token,
                "Content-Type: application/x-www-form-urlencoded",
                "Accept: text/html,*/*;q=0.8");
    }

    @Test
    void doesNotTakeWhoShowsNothingForAGuesser() {
        for (int i = 0; i < 30; i++) {
            assertThat(bench.get("/v1/status").status()).isEqualTo(401);
        }
    }

    @Test
    @Fault("H5")
    void readsNoLargeBodyOfWhoShowsNoToken() {
        String head = "POST /v1/events HTTP/1.1\r\nHost: " + bench.host()
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n";

        RawAnswer stranger = bench.send(head + "\r\n");
        RawAnswer impostor = bench.send(head + "Authorization: Bearer wrong\r\n\r\n");

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(impostor.status()).isEqualTo(401);
        assertThat(impostor.header("Connection")).containsExactly("close");
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
