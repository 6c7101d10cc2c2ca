package io.aboveboard.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.fake.MutableClock;
import io.aboveboard.testkit.loki.FakeLoki;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver asks for that is busy, and what becomes of what it cannot mean. */
@Fault("C7")
@Proves({Promise.P13, Promise.P16})
class RetryAfterIT {
    private final MutableClock clock = MutableClock.at(Instant.parse("2027-06-10T12:00:00Z"));
    private FakeLoki loki;
    private Replica replica;

    @BeforeEach
    void start(@TempDir Path folder) {
        loki = FakeLoki.start(clock);
        replica = new Replica(folder, loki.baseEndpoint(), clock);
        replica.grant();
        replica.step();
        replica.track(1);
    }

    @AfterEach
    void stop() {
        replica.assertNothingLost();
        replica.close();
        loki.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "120",
                "Thu, 10 Jun 2027 12:02:00 GMT",
                "Thursday, 10-Jun-27 12:02:00 GMT",
                "Thu Jun 10 12:02:00 2027"
            })
    void isKeptOverARestart(String twoMinutes) {
        int requests = askedFor(twoMinutes);
        replica.restart();
        clock.advance(Duration.ofSeconds(119));
        replica.step();
        assertThat(loki.requests()).hasSize(requests);
        clock.advance(Duration.ofSeconds(1));
        replica.step();
        assertDelivered();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thu, 10 Jun 2027 11:00:00 GMT", "-5", "1.5", "when the cows come home", "0"})
    void isIgnoredWhereItNamesNoTimeToCome(String nothing) {
        int requests = askedFor(nothing);
        replica.restart();
        assertThat(loki.requests()).hasSize(requests);
        replica.step();
        assertDelivered();
    }

    @Test
    void isAnHourAtMost() {
        int requests = askedFor("1000000000000");
        replica.restart();
        clock.advance(Duration.ofMinutes(59));
        replica.step();
        assertThat(loki.requests()).hasSize(requests);
        clock.advance(Duration.ofMinutes(1));
        replica.step();
        assertDelivered();
    }

    /** How many requests the receiver has seen once it asked to be left alone. */
    private int askedFor(String retryAfter) {
        loki.answerNext(OtlpAnswer.status(429).withHeader("Retry-After", retryAfter));
        replica.step();
        return loki.requests().size();
    }

    private void assertDelivered() {
        assertThat(loki.entries())
                .filteredOn(entry -> entry.line().equals("timer.started"))
                .hasSize(1);
        assertThat(replica.counts().pending()).isZero();
    }
}
