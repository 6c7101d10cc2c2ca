package io.aboveboard.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyCollectorTest {
    private final PropertyCollector collector = new PropertyCollector();

    @Test
    void keepsTextNumbersAndFlagsInTheOrderGiven() {
        collector.offer("z", "text");
        collector.offer("b", (byte) 1);
        collector.offer("s", (short) 2);
        collector.offer("i", 3);
        collector.offer("l", Long.MAX_VALUE);
        collector.offer("f", 0.5f);
        collector.offer("d", -0.25);
        collector.offer("a", true);
        assertThat(collector.kept().keySet()).containsExactly("z", "b", "s", "i", "l", "f", "d", "a");
        assertThat(collector.kept().values())
                .containsExactly(
                        new PropertyValue.Text("text"),
                        new PropertyValue.Whole(1),
                        new PropertyValue.Whole(2),
                        new PropertyValue.Whole(3),
                        new PropertyValue.Whole(Long.MAX_VALUE),
                        new PropertyValue.Real(0.5),
                        new PropertyValue.Real(-0.25),
                        new PropertyValue.Flag(true));
        assertThat(collector.losses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "full_name", "ip", "ip_address", "name", "password", "token", "username"})
    @Proves(Promise.P11)
    void dropsTheEightPersonalKeysInAnyCaseAndSpelling(String key) {
        collector.offer(key, "canary");
        collector.offer(key.toUpperCase(Locale.ROOT), "canary");
        collector.offer(key.replace('_', '.'), "canary");
        collector.offer(key.replace('_', '-'), "canary");
        assertThat(collector.kept()).isEmpty();
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.PERSONAL, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event_name", "severity.text", "trace-id", "Install_Id", "consent_receipt", "service.name"})
    @Fault("C22")
    void dropsTheKeysOfTheWireFormatInAnySpelling(String key) {
        collector.offer(key, 1);
        assertThat(collector.kept()).isEmpty();
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.RESERVED, 1));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "1a", "_a", ".a", "a b", "ключ", "a\u0000"})
    void dropsKeysThatAreMalformed(String key) {
        collector.offer(key, 1);
        assertThat(collector.kept()).isEmpty();
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.MALFORMED_KEY, 1));
    }

    @Test
    @Fault("C22")
    void keepsOneOfTwoKeysThatTheBackendWouldMerge() {
        collector.offer("a.b", 1);
        collector.offer("a_b", 2);
        collector.offer("a-b", 3);
        assertThat(collector.kept()).containsExactly(Map.entry("a_b", new PropertyValue.Whole(1)));
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.DUPLICATE, 2));
    }

    static List<Object> unsupported() {
        return List.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                BigInteger.TEN,
                BigDecimal.ONE,
                new AtomicLong(1),
                'c',
                List.of(1),
                Map.of("nested", 1),
                new int[] {1},
                CharBuffer.wrap("mutable"));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    @Fault("C23")
    void dropsValuesOfOtherTypesAndNumbersThatAreNone(Object value) {
        collector.offer("key", value);
        collector.offer("key", null);
        assertThat(collector.kept()).isEmpty();
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.UNSUPPORTED_VALUE, 2));
    }

    @Test
    @Fault("C22")
    void keepsSixtyFourPropertiesAndNotOneMore() {
        for (int i = 0; i < 66; i++) {
            collector.offer("key_" + i, i);
        }
        assertThat(collector.kept()).hasSize(64).containsKey("key_63");
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.OVER_LIMIT, 2));
    }

    @Test
    @Fault("C22")
    void keepsExactlyAsManyBytesAsItMay() {
        String text = "x".repeat(1022);
        for (int i = 0; i < 32; i++) {
            collector.offer((char) ('a' + i / 10) + String.valueOf(i % 10), text);
        }
        assertThat(collector.kept()).hasSize(32);
        collector.offer("z", "");
        assertThat(collector.kept()).hasSize(32);
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.OVER_LIMIT, 1));
    }

    @Test
    void countsTheBytesOfUtf8AndNotTheCharacters() {
        int perText = 1024 * 3;
        for (int i = 0; i < 11; i++) {
            collector.offer("key_" + (char) ('a' + i), "€".repeat(1024));
        }
        assertThat(collector.kept()).hasSize(32 * 1024 / perText);
    }

    @Test
    void countsEightBytesForANumberAndForAFlag() {
        for (int i = 0; i < 31; i++) {
            collector.offer("t" + (char) ('A' + i % 26) + (i / 26), "x".repeat(1021));
        }
        collector.offer("fill", "x".repeat(1024 - 4 - 18));
        collector.offer("n", 7);
        collector.offer("f", true);
        assertThat(collector.losses()).isEmpty();
        collector.offer("o", "");
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.OVER_LIMIT, 1));
    }

    @Test
    void stillTakesASmallPropertyAfterOneThatDidNotFit() {
        for (int i = 0; i < 40; i++) {
            collector.offer("key_" + (char) ('A' + i / 26) + (char) ('a' + i % 26), "x".repeat(1024));
        }
        int before = collector.kept().size();
        collector.offer("last", 1);
        assertThat(collector.kept()).hasSize(before + 1).containsKey("last");
    }

    @Test
    void countsWhatTheCallerLeftOut() {
        collector.lost(PropertyLoss.UNDECLARED, 1);
        collector.lost(PropertyLoss.UNDECLARED, 1);
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.UNDECLARED, 2));
    }

    @Test
    void showsItsContentsForReadingOnly() {
        assertThatThrownBy(() -> collector.kept().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> collector.losses().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Fault("C23")
    void cannotHoldANumberThatIsNone() {
        assertThatThrownBy(() -> new PropertyValue.Real(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value: must be finite");
    }
}
