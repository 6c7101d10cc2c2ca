package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.annotation.Nullable;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagTest {
    static Stream<Object> yes() {
        return Stream.of(true, 1, 1L, (short) 1, 1.0, BigDecimal.ONE, "1", "t", "TRUE", "Yes", " on ", "y");
    }

    static Stream<Object> no() {
        return Stream.of(false, 0, 0L, (short) 0, 0.0, BigDecimal.ZERO, "0", "f", "False", "NO", "off", "n");
    }

    @ParameterizedTest
    @MethodSource("yes")
    void knowsAYes(Object value) {
        assertThat(Flag.of(value)).hasValue(true);
    }

    @ParameterizedTest
    @MethodSource("no")
    void knowsANo(Object value) {
        assertThat(Flag.of(value)).hasValue(false);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "maybe", "2", "null"})
    void knowsWhatIsNeither(@Nullable Object value) {
        assertThat(Flag.of(value)).isEmpty();
    }
}
