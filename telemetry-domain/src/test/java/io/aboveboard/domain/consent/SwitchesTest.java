package io.aboveboard.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.consent.Switches.DetailedAnswer;
import io.aboveboard.domain.consent.Switches.Silence;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchesTest {
    @Test
    @Proves(Promise.P1)
    void combineToTheMostRestrictiveOfBothSources() {
        for (Switches one : all()) {
            for (Switches other : all()) {
                Switches both = one.and(other);
                assertThat(both.silence() == Silence.NONE)
                        .isEqualTo(one.silence() == Silence.NONE && other.silence() == Silence.NONE);
                assertThat(both.silence()).isIn(one.silence(), other.silence());
                assertThat(both.detailed()).isGreaterThanOrEqualTo(one.detailed());
                assertThat(both.detailed()).isGreaterThanOrEqualTo(other.detailed());
                assertThat(both.detailed()).isIn(one.detailed(), other.detailed());
            }
        }
    }

    @Test
    void rankTheAnswersByHowMuchTheyForbid() {
        assertThat(DetailedAnswer.values())
                .containsExactly(
                        DetailedAnswer.UNSET,
                        DetailedAnswer.YES_IF_UNDECIDED,
                        DetailedAnswer.NEVER,
                        DetailedAnswer.LAYERS_BASE);
    }

    @Test
    void sayNothingWhereNothingIsSet() {
        assertThat(Switches.unset()).isEqualTo(new Switches(Silence.NONE, DetailedAnswer.UNSET));
        for (Switches some : all()) {
            assertThat(Switches.unset().and(some)).isEqualTo(some);
            assertThat(some.and(Switches.unset())).isEqualTo(some);
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void nameTheParameterThatIsNull() {
        assertThatThrownBy(() -> new Switches(null, DetailedAnswer.UNSET))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("silence");
        assertThatThrownBy(() -> new Switches(Silence.NONE, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("detailed");
    }

    private static List<Switches> all() {
        List<Switches> all = new ArrayList<>();
        for (Silence silence : Silence.values()) {
            for (DetailedAnswer answer : DetailedAnswer.values()) {
                all.add(new Switches(silence, answer));
            }
        }
        return all;
    }
}
