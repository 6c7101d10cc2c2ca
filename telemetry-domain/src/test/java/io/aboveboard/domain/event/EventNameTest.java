package io.aboveboard.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EventNameTest {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z][A-Za-z0-9_-]*)*");
    private static final Pattern RESERVED = Pattern.compile(
            "(base_telemetry|telemetry)(\\..*)?|\\$pageview|analytics\\.identify",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timer.started",
                "auth.login",
                "a",
                "Z",
                "z",
                "A",
                "a9",
                "a0",
                "a_b-c.D-e_f",
                "analytics.anything",
                "analytics.identify.again",
                "telemetry_panel.opened",
                "telemetryx",
                "base_telemetryx.y",
                "my.telemetry.event",
                "base.telemetry"
            })
    void acceptsSegmentsJoinedByDots(String name) {
        assertThat(EventName.of(name).value()).isEqualTo(name);
        assertThat(EventName.of(name)).hasToString(name);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void callsNothingEmpty(String name) {
        assertThat(EventName.parse(name)).isEqualTo(NameVerdict.Rejected.EMPTY);
    }

    @Test
    void acceptsTheLongestNameAndNotOneCharacterMore() {
        assertThat(EventName.parse("a".repeat(256))).isInstanceOf(NameVerdict.Accepted.class);
        assertThat(EventName.parse("a".repeat(257))).isEqualTo(NameVerdict.Rejected.TOO_LONG);
    }

    @Test
    @Fault("H8")
    void callsAnOverLongNameTooLongWhateverElseIsWrong() {
        assertThat(EventName.parse("telemetry." + "\r".repeat(1_000_000))).isEqualTo(NameVerdict.Rejected.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "telemetry",
                "telemetry.",
                "telemetry.install",
                "Telemetry.Install",
                "TELEMETRY.x",
                "telemetry.1",
                "base_telemetry",
                "base_telemetry.first_seen",
                "BASE_telemetry.heartbeat",
                "base_telemetry.made up",
                "$pageview",
                "$PageView",
                "analytics.identify",
                "Analytics.Identify"
            })
    @Proves(Promise.P12)
    @Fault("H8")
    void keepsTheLibrarysNamesOutOfReachInAnyCase(String name) {
        assertThat(EventName.parse(name)).isEqualTo(NameVerdict.Rejected.RESERVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                ".",
                "a.",
                ".a",
                "a..b",
                "1a",
                "a.1",
                "_a",
                "-a",
                "a b",
                " a",
                "a ",
                "a/b",
                "a:b",
                "a@b",
                "a[b",
                "a`b",
                "a{b",
                "[a",
                "@a",
                "{a",
                "`a",
                "$a",
                "a\n",
                "a\r\nb",
                "a\u0000",
                "\u202Ea",
                "ä",
                "aé",
                "a١",
                "тaймер",
                "a\uD83D\uDE00",
                "a\uD800"
            })
    @Fault("H8")
    void callsWhateverElseMalformed(String name) {
        assertThat(EventName.parse(name)).isEqualTo(NameVerdict.Rejected.MALFORMED);
    }

    @Test
    @Proves(Promise.P12)
    void agreesWithItsGrammarOnTenThousandNames() {
        Random random = new Random(20270328);
        String[] pieces = {
            "telemetry", "base_telemetry", "Telemetry", ".", ".", "$pageview", "a", "z9", "-", "_", "7", " ", "\n", "ß"
        };
        for (int i = 0; i < 10_000; i++) {
            StringBuilder name = new StringBuilder(pieces[random.nextInt(pieces.length)]);
            random.ints(random.nextInt(5), 0, pieces.length).forEach(piece -> name.append(pieces[piece]));
            assertThat(EventName.parse(name.toString()) instanceof NameVerdict.Accepted)
                    .as("<%s>", name)
                    .isEqualTo(GRAMMAR.matcher(name).matches()
                            && !RESERVED.matcher(name).matches());
        }
    }

    @Test
    void failsADeclarationWithTheReason() {
        assertThatThrownBy(() -> EventName.of("telemetry.mine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event name: " + NameVerdict.Rejected.RESERVED.explanation());
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesTheParameterThatIsNull() {
        assertThatThrownBy(() -> EventName.of(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name");
    }

    @ParameterizedTest
    @EnumSource
    void explainsEachRefusalDifferently(NameVerdict.Rejected refusal) {
        assertThat(refusal.explanation()).hasSizeGreaterThan(20);
        assertThat(NameVerdict.Rejected.values())
                .filteredOn(other -> other.explanation().equals(refusal.explanation()))
                .containsExactly(refusal);
    }

    @Test
    void saysInItsExplanationsWhatToDoInstead() {
        assertThat(NameVerdict.Rejected.TOO_LONG.explanation()).contains("256");
        assertThat(NameVerdict.Rejected.RESERVED.explanation()).contains("trackPageView", "identify");
        assertThat(NameVerdict.Rejected.EMPTY.explanation()).contains("timer.started");
        assertThat(NameVerdict.Rejected.MALFORMED.explanation()).contains("letters", "dots");
    }

    @Test
    void isEqualByItsText() {
        assertThat(EventName.of("a.b"))
                .isEqualTo(EventName.of("a.b"))
                .hasSameHashCodeAs("a.b")
                .isNotEqualTo(EventName.of("a.c"))
                .isNotEqualTo("a.b");
    }

    @Test
    void keepsTheThreeNamesOfItsOwnCalls() {
        assertThat(EventName.PAGE_VIEW).hasToString("$pageview");
        assertThat(EventName.IDENTIFY).hasToString("analytics.identify");
        assertThat(EventName.INSTALL).hasToString("telemetry.install");
    }
}
