package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.BaseFields;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.Notice;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The person who runs an installation is told before the first byte leaves. */
class NoticeTest {
    private final Bench bench = new Bench();
    private final List<Notice> shown = new ArrayList<>();
    private final List<Integer> requestsBefore = new ArrayList<>();

    @BeforeEach
    void listen() {
        bench.notice = notice -> {
            shown.add(notice);
            requestsBefore.add(bench.sink.batches().size());
        };
    }

    @Test
    @Proves(Promise.P6)
    void isShownOnceBeforeTheFirstRequest() {
        Engine engine = bench.running();
        bench.time.pass(Duration.ofDays(1));
        settled(engine).close();
        bench.running();
        assertThat(shown).containsExactly(new Notice("timetracker", "otlp.example.org"));
        assertThat(requestsBefore).containsExactly(0);
        assertThat(bench.store.stored().reached(Milestone.NOTICE_SHOWN)).isPresent();
    }

    @Test
    @Proves(Promise.P5)
    void isNotShownWhereNothingLeaves() {
        bench.switches = new Switches(Switches.Silence.DO_NOT_TRACK, Switches.DetailedAnswer.UNSET);
        bench.running();
        assertThat(shown).isEmpty();
    }

    @Test
    @Proves(Promise.P7)
    void harmsNothingWhereShowingItFails() {
        bench.notice = notice -> {
            throw new IllegalStateException("the host's own");
        };
        Engine engine = bench.running();
        assertThat(bench.sink.names()).hasSize(2);
        assertThat(engine.transparency().status().warnings())
                .containsExactly("the first-run notice could not be shown: java.lang.IllegalStateException");
    }

    @Test
    void isNotRememberedWhereTheHostTellsInItsOwnWay() {
        bench.notice = FirstRunNotice.none();
        bench.running();
        assertThat(bench.store.stored().reached(Milestone.NOTICE_SHOWN)).isEmpty();
    }

    @Test
    void namesTheRecipientEveryFieldAndTheWayOut() {
        String text = String.join("\n", new Notice("timetracker", "otlp.example.org").lines());
        assertThat(text).contains("otlp.example.org", "DO_NOT_TRACK=1").contains(BaseFields.NAMES);
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }
}
