package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyFilterTest {
    @Test
    void keepsTheRestOfTheTextAndTellsWhatItReplaced() {
        Sample.Filtered filtered = Sample.filter("jdoe@example.org and 10.0.0.1 wrote to a@b.co", KeyHint.NONE, 1_000);
        assertThat(filtered.text()).isEqualTo("[email] and [ip] wrote to [email]");
        assertThat(filtered.found()).isEqualTo(Map.of(PrivateKind.EMAIL, 2, PrivateKind.IP_ADDRESS, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "web", "the report was printed", "größer als 5 €", "\uD83D\uDE00", "\uD83D", "a\u0000b"
            })
    void returnsTheSameInstanceOfATextWithNothingPrivateInIt(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    @Test
    void cutsAtTheLimit() {
        assertThat(Sample.filter("abcdef", KeyHint.NONE, 6).text()).isEqualTo("abcdef");
        assertThat(Sample.filter("abcdef", KeyHint.NONE, 5).text()).isEqualTo("abcde");
        assertThat(Sample.filter("abcdef", KeyHint.NONE, 0).text()).isEmpty();
        assertThat(Sample.filter("abcd\uD83D\uDE00", KeyHint.NONE, 5).text()).isEqualTo("abcd");
        assertThat(Sample.filter("abc\uD83D\uDE00", KeyHint.NONE, 5).text()).isEqualTo("abc\uD83D\uDE00");
    }

    @Test
    @Proves(Promise.P11)
    @Fault("I1")
    void findsWhatIsCutInTwoByTheLimit() {
        assertThat(Sample.filter("from jdoe@example.org", KeyHint.NONE, 9).text())
                .isEqualTo("from [email]");
        assertThat(Sample.filter("from jdoe@example.org", KeyHint.NONE, 6).text())
                .isEqualTo("from [email]");
        assertThat(Sample.filter("from jdoe@example.org", KeyHint.NONE, 5).text())
                .isEqualTo("from ");
        assertThat(Sample.filter("from jdoe@example.org", KeyHint.NONE, 5).found())
                .isEmpty();
    }

    @Test
    void looksNoFurtherBehindTheLimitThanItSays() {
        String end = "x".repeat(PrivacyFilter.LOOK_AHEAD) + "@example.org";
        assertThat(Sample.filter("a " + end, KeyHint.NONE, 20).text()).isEqualTo("a [email]");
        assertThat(Sample.filter("a " + end, KeyHint.NONE, 3).text()).isEqualTo("a x");
    }

    @Test
    void findsWhatStandsBesideAMarkerOnlyOnceThatIsThere() {
        assertThat(Sample.filterUnder("phone", "0660123 4567a@b.co")).isEqualTo("[phone] [email]");
    }

    @Test
    void knowsACleanText() {
        assertThat(Sample.FILTER.isClean("requests.total")).isTrue();
        assertThat(Sample.FILTER.isClean("requests.10.0.0.1")).isFalse();
    }

    @Test
    void hasAMarkerForEachKind() {
        assertThat(PrivateKind.values())
                .allSatisfy(kind -> assertThat(kind.marker()).isEqualTo("[" + kind.code() + "]"))
                .extracting(PrivateKind::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z_]+"));
    }

    @Test
    void leavesItsMarkersAlone() {
        assertThat(PrivateKind.values()).allSatisfy(kind -> {
            assertThat(Sample.filter(kind.marker())).isEqualTo(kind.marker());
            assertThat(Sample.filter("password=" + kind.marker())).isEqualTo("password=" + kind.marker());
        });
    }
}
