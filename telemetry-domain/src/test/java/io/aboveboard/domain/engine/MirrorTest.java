package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.memory.InMemoryConsentMirror;
import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.ConsentMirrorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The host's own copy of the decision. */
class MirrorTest {
    private static final String BEHIND = "the host's copy of the decision is behind: database down";

    private final Bench bench = new Bench();
    private final List<Boolean> written = new ArrayList<>();
    private boolean databaseDown;
    private int attempts;

    @Test
    void followsEveryDecision() {
        Engine engine = bench.running();
        assertThat(bench.mirror.read()).contains(false);
        engine.consent().grant(ADMIN);
        assertThat(bench.mirror.read()).contains(true);
        engine.consent().withdraw(ADMIN);
        assertThat(bench.mirror.read()).contains(false);
    }

    @Test
    void followsADecisionThatWasMadeWhileThisWasOff() {
        bench.granted().close();
        bench.mirror = new InMemoryConsentMirror();
        bench.running();
        assertThat(bench.mirror.read()).contains(true);
    }

    @Test
    void isNotWrittenWhereItSaysSoAlready() {
        bench.mirror = new DatabaseMirror();
        Engine engine = bench.granted();
        settled(engine);
        settled(engine);
        assertThat(written).containsExactly(false, true);
    }

    @Test
    void isMadeEqualByADecisionThatChangesNothingElse() {
        bench.mirror = new DatabaseMirror();
        Engine engine = bench.granted();
        engine.consent().withdraw(ADMIN);
        written.add(true);
        engine.consent().withdraw(ADMIN);
        assertThat(written).as("the host had set its flag in between").containsExactly(false, true, false, true, false);
    }

    @Test
    void doesNotOverturnADecisionWhenItCannotBeWritten() {
        bench.mirror = new DatabaseMirror();
        Engine engine = bench.running();
        databaseDown = true;
        assertThat(engine.consent().grant(ADMIN)).isInstanceOfSatisfying(DecisionOutcome.Recorded.class, recorded -> {
            assertThat(recorded.receipt().state()).isEqualTo(ConsentState.GRANTED);
            assertThat(recorded.warnings()).containsExactly(BEHIND);
        });
        assertThat(engine.consent().withdraw(ADMIN))
                .isInstanceOfSatisfying(
                        DecisionOutcome.Recorded.class,
                        recorded -> assertThat(recorded.warnings()).isEmpty());
        engine.consent().grant(ADMIN);
        settled(engine);
        assertThat(engine.consent().current().isEffective()).isTrue();
        assertThat(engine.transparency().status().warnings()).containsExactly(BEHIND);
        assertThat(bench.heard.warnings())
                .as("it was equal to the no in between")
                .containsExactly(BEHIND, BEHIND);
    }

    @Test
    void isTriedAgainUntilItIsWritten() {
        bench.mirror = new DatabaseMirror();
        Engine engine = bench.running();
        databaseDown = true;
        engine.consent().grant(ADMIN);
        databaseDown = false;
        bench.time.pass(Duration.ofSeconds(1));
        settled(engine);
        assertThat(written).containsExactly(false, true);
        assertThat(engine.transparency().status().warnings()).isEmpty();
    }

    @Test
    void isLeftAloneForALongerTimeTheLongerItFails() {
        bench.mirror = new DatabaseMirror();
        databaseDown = true;
        Engine engine = bench.running();
        for (int second = 0; second < 3600; second++) {
            bench.time.pass(Duration.ofSeconds(1));
            engine.keepHouse();
        }
        assertThat(attempts).isBetween(60, 300);
        assertThat(bench.heard.warnings()).containsExactly(BEHIND);
        databaseDown = false;
        bench.time.pass(Duration.ofMinutes(1));
        engine.keepHouse();
        assertThat(written).containsExactly(false);
    }

    private final class DatabaseMirror implements ConsentMirror {
        @Override
        public Optional<Boolean> read() {
            attempts++;
            return written.isEmpty() ? Optional.empty() : Optional.of(written.get(written.size() - 1));
        }

        @Override
        public void write(boolean allowed) {
            if (databaseDown) {
                throw new ConsentMirrorException("database down");
            }
            written.add(allowed);
        }
    }
}
