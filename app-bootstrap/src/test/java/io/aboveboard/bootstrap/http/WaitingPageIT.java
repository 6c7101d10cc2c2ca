package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What would be sent now can be searched as well as what was sent. */
@Proves(Promise.P6)
class WaitingPageIT {
    private static final int TIMERS = 60;
    private static final int SHOWN = 50;

    private static WireBench bench;

    @BeforeAll
    static void letMuchWait() {
        bench = WireBench.start(UnaryOperator.identity());
        bench.arrived();
        bench.answer(OtlpAnswer.status(503));
        bench.aboveboard().consent().grant(Actor.cli());
        for (int i = 0; i < TIMERS; i++) {
            record("timer.started", i);
        }
        record("report.exported", TIMERS);
        bench.aboveboard().flush(Duration.ofMillis(500));
    }

    private static void record(String event, int number) {
        bench.aboveboard().telemetry().track(event, UserId.of(42), Map.of("number", number));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static String waiting(String query) {
        String page = bench.get("/" + query).body();
        return page.substring(page.indexOf("id=\"preview\""), page.indexOf("id=\"sent\""));
    }

    @Test
    void showsTheFirstAndHowManyThereAre() {
        assertThat(waiting("")).contains(">timer.started<", "And 12 more").doesNotContain(">report.exported<");
    }

    @Test
    void findsOneBehindAllTheOthersByAWordOfIt() {
        assertThat(waiting("?q=Report.ex")).contains(">report.exported<").doesNotContain(">timer.started<", " more,");
        assertThat(waiting("?q=report&layer=detailed")).contains(">report.exported<");
    }

    @Test
    void saysHowManyMoreWereFound() {
        assertThat(waiting("?q=timer")).contains("And " + (TIMERS - SHOWN) + " more");
    }

    @Test
    void saysWhenNothingIsLikeIt() {
        assertThat(waiting("?q=report&layer=base")).contains("Nothing of that kind is waiting");
        assertThat(waiting("?q=never.was")).contains("Nothing of that kind is waiting");
    }
}
