package io.aboveboard.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.testkit.marks.Fault;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyKeyTest {
    private static final List<Function<String, PropertyKey<?>>> FACTORIES =
            List.of(PropertyKey::ofString, PropertyKey::ofLong, PropertyKey::ofDouble, PropertyKey::ofBoolean);

    @Test
    void knowsItsNameAndType() {
        assertThat(FACTORIES)
                .extracting(factory -> factory.apply("count_2"))
                .extracting(key -> key.name() + " " + key.type().getSimpleName() + " " + key)
                .containsExactly(
                        "count_2 String count_2:String",
                        "count_2 Long count_2:Long",
                        "count_2 Double count_2:Double",
                        "count_2 Boolean count_2:Boolean");
    }

    @Test
    void canStandForAnException() {
        assertThat(PropertyKey.ofError("cause").type()).isEqualTo(Throwable.class);
        assertThat(PropertyKey.ofError("cause")).hasToString("cause:Throwable");
    }

    @Test
    void isEqualByNameAndType() {
        PropertyKey<Long> key = PropertyKey.ofLong("a");
        assertThat(key)
                .isEqualTo(PropertyKey.ofLong("a"))
                .hasSameHashCodeAs(PropertyKey.ofLong("a"))
                .isNotEqualTo(PropertyKey.ofLong("b"))
                .isNotEqualTo(PropertyKey.ofString("a"))
                .isNotEqualTo("a");
        assertThat(PropertyKey.ofLong("b").hashCode()).isNotEqualTo(key.hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "z9", "A0_b", "x_", "user_role", "named", "zip4"})
    void acceptsALetterFollowedByLettersDigitsAndUnderscores(String name) {
        assertThat(FACTORIES)
                .allSatisfy(factory -> assertThat(factory.apply(name).name()).isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "1a", "_a", "a.b", "a-b", "a b", "a\n", "ä", "aé", "a/", "a:", "a@", "a[", "a`", "a{", "@a",
                "[a", "`a", "{a"
            })
    void refusesADeclarationThatIsMalformed(String name) {
        assertThat(FACTORIES)
                .allSatisfy(factory -> assertThatThrownBy(() -> factory.apply(name))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("key: a key is a letter followed by letters, digits or _, at most 64 characters"));
    }

    @Test
    void takesSixtyFourCharactersAndNotOneMore() {
        assertThat(PropertyKey.ofLong("a".repeat(64)).name()).hasSize(64);
        assertThatThrownBy(() -> PropertyKey.ofLong("a".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "Username",
                "IP",
                "ip_address",
                "full_name",
                "name",
                "password",
                "TOKEN",
                "userEmail",
                "client_ip"
            })
    void refusesADeclarationThatNamesPersonalData(String name) {
        assertThatThrownBy(() -> PropertyKey.ofString(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key: the key names personal data, which is never sent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app_version",
                "body",
                "browser",
                "consent_receipt",
                "deployment_method",
                "detailed",
                "device_type",
                "environment",
                "event_name",
                "flags",
                "identity",
                "install_id",
                "log_record_uid",
                "observed_timestamp",
                "os",
                "pathname",
                "scope_name",
                "service_name",
                "severity_number",
                "severity_text",
                "span_id",
                "trace_id",
                "Event_Name"
            })
    @Fault("C22")
    void refusesADeclarationOfTheLibrarysOwnKeys(String name) {
        assertThatThrownBy(() -> PropertyKey.ofString(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key: the key is one of the library's own");
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesTheParameterThatIsNull() {
        assertThat(FACTORIES)
                .allSatisfy(factory -> assertThatThrownBy(() -> factory.apply(null))
                        .isInstanceOf(NullPointerException.class)
                        .hasMessage("name"));
    }
}
