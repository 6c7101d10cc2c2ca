package io.aboveboard.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.privacy.ErrorDigest;
import io.aboveboard.domain.privacy.MachineNames;
import io.aboveboard.domain.privacy.OwnCode;
import io.aboveboard.domain.privacy.Privacy;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
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
    private final PropertyScreen screen = PropertyScreen.of(
            new Privacy(MachineNames.of(List.of("brunnhild"), List.of("jkowalski")), OwnCode.in(List.of("com.acme"))));
    private final PropertyCollector collector = screen.collector();

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_email",
                "X-Auth-Token",
                "requests.10.0.0.1",
                "AKIAIOSFODNN7EXAMPLE",
                "hits.brunnhild",
                "hits_brunnhild",
                "home.jkowalski"
            })
    @Proves(Promise.P11)
    @Fault("I1")
    void dropsKeysThatNamePersonalDataOrHoldIt(String key) {
        collector.offer(key, 1);
        collector.offer(key, 1);
        assertThat(collector.kept()).isEmpty();
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.PERSONAL, 2));
    }

    @Test
    @Proves(Promise.P11)
    @Fault("I1")
    void replacesWhatIsPrivateInTextsAndCountsItByKind() {
        collector.offer("detail", "jdoe@example.org on brunnhild");
        collector.offer("note", "a@b.co");
        collector.offer("clean", "nothing");
        assertThat(collector.kept().values())
                .containsExactly(text("[email] on [host]"), text("[email]"), text("nothing"));
        assertThat(collector.replacements()).isEqualTo(Map.of(PrivateKind.EMAIL, 2, PrivateKind.HOST_NAME, 1));
        assertThat(collector.losses()).isEmpty();
    }

    @Test
    @Proves(Promise.P11)
    void takesTheHintOfTheKey() {
        collector.offer("app_release", "5.10.0.1");
        collector.offer("detail", "5.10.0.1");
        collector.offer("userPhone", "0660 1234567");
        assertThat(collector.kept().values()).containsExactly(text("5.10.0.1"), text("[ip]"), text("[phone]"));
    }

    @Test
    @Proves(Promise.P11)
    void replacesNumbersWhereTheKeyNamesATelephoneOrACard() {
        collector.offer("phone", 436601234567L);
        collector.offer("card_number", 4111111111111111L);
        collector.offer("order", 4111111111111111L);
        collector.offer("phones", 3);
        collector.offer("card", 4111111111111112L);
        assertThat(collector.kept().values())
                .containsExactly(
                        text("[phone]"),
                        text("[card]"),
                        new PropertyValue.Whole(4111111111111111L),
                        new PropertyValue.Whole(3),
                        new PropertyValue.Whole(4111111111111112L));
        assertThat(collector.replacements()).isEqualTo(Map.of(PrivateKind.PHONE_NUMBER, 1, PrivateKind.CARD_NUMBER, 1));
    }

    @Test
    @Proves(Promise.P11)
    @Fault("I1")
    void findsWhatIsCutInTwoByTheLongestText() {
        collector.offer("detail", "x ".repeat(510) + "jdoe@example.org and more");
        collector.offer("other", "x ".repeat(509) + "10.0.0.1, a@b.co");
        assertThat(collector.kept().get("detail")).isEqualTo(text("x ".repeat(510) + "[ema"));
        assertThat(collector.kept().get("other")).isEqualTo(text("x ".repeat(509) + "[ip]"));
    }

    @Test
    @Proves(Promise.P11)
    @Fault("I1")
    void keepsOfAnExceptionItsTypeAndOwnFrames() {
        Throwable error = new IllegalStateException("canary", new IOException("canary"));
        error.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("com.acme.Store", "save", "Store.java", 88),
            new StackTraceElement("org.other.Main", "main", "Main.java", 1)
        });
        collector.offer("cause", ErrorDigest.of(error));
        assertThat(collector.kept().get("cause"))
                .isEqualTo(text("java.lang.IllegalStateException at com.acme.Store.save(88), by java.io.IOException"));
    }

    @Test
    @Proves(Promise.P11)
    @Fault("I1")
    void filtersWhatIsKnownOfTheRequest() {
        collector.offer(new RequestContext("/u/jdoe@example.org", "Chrome 120.0.6099.71", "jkowalski", "10.0.19045.1"));
        assertThat(collector.context())
                .isEqualTo(Map.of(
                        "pathname", text("/u/[email]"),
                        "browser", text("Chrome 120.0.6099.71"),
                        "device_type", text("[user]"),
                        "os", text("10.0.19045.1")));
        assertThat(collector.replacements()).isEqualTo(Map.of(PrivateKind.EMAIL, 1, PrivateKind.USER_NAME, 1));
        assertThat(collector.kept()).isEmpty();
    }

    @Test
    void judgesAKeyTheSameHoweverManyItHasSeen() {
        for (int i = 0; i < 2_500; i++) {
            screen.collector().offer("key_" + i, 1);
        }
        collector.offer("key_1", 1);
        collector.offer("email", 1);
        assertThat(collector.kept()).containsOnlyKeys("key_1");
    }

    private static PropertyValue text(String value) {
        return new PropertyValue.Text(value);
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
    void countsWhatTheCallerLeftOut() {
        collector.lost(PropertyLoss.UNDECLARED, 1);
        collector.lost(PropertyLoss.UNDECLARED, 1);
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.UNDECLARED, 2));
    }

    @Test
    void showsItsContentsForReadingOnly() {
        assertThatThrownBy(() -> collector.kept().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> collector.context().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> collector.replacements().clear()).isInstanceOf(UnsupportedOperationException.class);
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
