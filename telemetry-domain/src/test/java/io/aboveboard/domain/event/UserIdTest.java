package io.aboveboard.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {
    private static final String UUID_TEXT = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @ParameterizedTest
    @ValueSource(strings = {"0", "42", "-1", "00042", "9", "1234567890123456789", "-1234567890123456789"})
    void takesIntegersAsTheyAre(String text) {
        assertThat(UserId.of(text).isOpaque()).isTrue();
        assertThat(UserId.of(text).value()).isEqualTo(text);
    }

    @Test
    void takesNumbersAsTheyAre() {
        assertThat(UserId.of(Long.MIN_VALUE).value()).isEqualTo("-9223372036854775808");
        assertThat(UserId.of(42L)).isEqualTo(UserId.of("42")).hasSameHashCodeAs(UserId.of("42"));
        assertThat(UserId.of(42L).isOpaque()).isTrue();
    }

    @Test
    void takesUuidsInLowerCase() {
        assertThat(UserId.of(UUID_TEXT.toUpperCase(Locale.ROOT)).value()).isEqualTo(UUID_TEXT);
        assertThat(UserId.of(UUID.fromString(UUID_TEXT))).isEqualTo(UserId.of(UUID_TEXT));
        assertThat(UserId.of(UUID.fromString(UUID_TEXT)).isOpaque()).isTrue();
        assertThat(UserId.of(UUID_TEXT).isOpaque()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org",
                "jdoe",
                "-",
                "--1",
                "1-",
                "+1",
                "1.5",
                "1 2",
                "4/2",
                "4:2",
                "12345678901234567890",
                "-12345678901234567890",
                "٤٢",
                "0f8fad5b-d9cb-469f-a165-70867728950",
                "0f8fad5b-d9cb-469f-a165-70867728950ef",
                "0f8fad5bxd9cb-469f-a165-7086772895-0",
                "0f8fad5b-d9cb-469fxa165-70867728950e",
                "0f8fad5b-d9cb-469f-a165-70867728950g",
                "0f8fad5b-d9cb-469f-a165-7086772895-0",
                "0f8fad5b-d9cb-469f-a165-70867728950０"
            })
    @Proves(Promise.P11)
    void holdsWhateverElseForSomethingThatMaySayWhoItIs(String text) {
        assertThat(UserId.of(text).isOpaque()).isFalse();
        assertThat(UserId.of(text).isNone()).isFalse();
        assertThat(UserId.of(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n"})
    void takesNothingForNobody(String text) {
        assertThat(UserId.of(text)).isSameAs(UserId.none());
    }

    @Test
    void knowsNobody() {
        assertThat(UserId.none().isNone()).isTrue();
        assertThat(UserId.none().isOpaque()).isTrue();
        assertThat(UserId.none().value()).isEmpty();
        assertThat(UserId.of(1).isNone()).isFalse();
    }

    @Test
    void stripsBlanksAround() {
        assertThat(UserId.of(" 42\n").value()).isEqualTo("42");
        assertThat(UserId.of(" jdoe ")).isEqualTo(UserId.of("jdoe"));
    }

    @Test
    @Proves(Promise.P11)
    void showsNobodysIdWhenPrinted() {
        assertThat(UserId.of("a@example.org")).hasToString("UserId[***]");
        assertThat(UserId.of(42)).hasToString("UserId[***]");
        assertThat(UserId.none()).hasToString("UserId[none]");
    }

    @Test
    @Proves(Promise.P16)
    void keepsNoMoreOfAnIdThanItMay() {
        assertThat(UserId.of("x".repeat(1024)).value()).hasSize(1024);
        assertThat(UserId.of("x".repeat(1_000_000)).value()).hasSize(1024);
    }

    @Test
    @Proves(Promise.P7)
    void takesAMissingUuidForNobody() {
        UUID missing = null;
        assertThat(UserId.of(missing)).isSameAs(UserId.none());
    }

    @Test
    void isEqualByItsText() {
        assertThat(UserId.of("a")).isNotEqualTo(UserId.of("b")).isNotEqualTo("a");
        assertThat(UserId.of("a").hashCode()).isNotEqualTo(UserId.of("b").hashCode());
    }
}
