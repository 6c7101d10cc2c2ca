package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.ConsentStanding.State;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While a kill switch is on the page says so to everybody, asks nobody to sign in, and takes a no but never a yes. */
@Proves(Promise.P5)
class SilentIT {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String JSON = "Content-Type: application/json";

    private HttpBench bench;

    @BeforeEach
    void start() {
        bench = HttpBench.Plan.DEFAULT.silenced().start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void saysThatEverythingIsOffAndWhy() {
        assertThat(bench.server().entrance().toString())
                .isEqualTo(bench.server().address() + "/");
        assertThat(bench.get("/").body())
                .contains("Everything is off", "DO_NOT_TRACK is set")
                .doesNotContain("yes");
        assertThat(bench.get("/login").status()).isEqualTo(404);
        assertThat(bench.get("/setup").status()).isEqualTo(404);
        assertThat(bench.get("/v1/status").body()).contains("\"layers_reason\" : \"do_not_track\"");
    }

    @Test
    void takesANoAndRefusesAYes() {
        assertThat(bench.write("POST", "/decision", "answer=yes", FORM).status())
                .isEqualTo(409);
        assertThat(bench.write("PUT", "/v1/consent", "{\"granted\":true}", JSON).status())
                .isEqualTo(409);
        assertThat(bench.aboveboard().consent().history()).isEmpty();

        assertThat(bench.write("POST", "/decision", "answer=no", FORM).status()).isEqualTo(303);
        assertThat(bench.aboveboard().consent().history().get(0).state().name()).isEqualTo("DENIED");
        assertThat(bench.write("PUT", "/v1/consent", "{\"granted\":false}", JSON)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesANoFromNoOtherPage() {
        assertThat(bench.write("POST", "/decision", "answer=no", FORM, "Origin: https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(State.UNDECIDED);
    }

    @Test
    void recordsNothing() {
        RawAnswer answer = bench.write("POST", "/v1/events", "{\"events\":[{\"name\":\"timer.started\"}]}", JSON);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\" : 0", "\"reason\" : \"switched_off\"");
        assertThat(bench.sink().batches()).isEmpty();
    }
}
