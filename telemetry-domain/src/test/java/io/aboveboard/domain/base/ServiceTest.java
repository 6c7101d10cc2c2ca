package io.aboveboard.domain.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {
    @Test
    void isInProductionOnTheDefaultChannelWhereNothingIsSaid() {
        assertThat(Service.of("timetracker", "5.10.0"))
                .isEqualTo(new Service("timetracker", "5.10.0", "production", "default"));
    }

    @Test
    void takesOneHundredTwentyEightCharacters() {
        assertThat(Service.of("x".repeat(128), "1").name()).hasSize(128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u007Fb"})
    void namesThePartThatIsUnusable(String bad) {
        assertThatThrownBy(() -> Service.of(bad, "1")).hasMessageStartingWith("name: must be 1 to 128");
        assertThatThrownBy(() -> Service.of("a", bad)).hasMessageStartingWith("version: ");
        assertThatThrownBy(() -> new Service("a", "1", bad, "c")).hasMessageStartingWith("environment: ");
        assertThatThrownBy(() -> new Service("a", "1", "e", bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("releaseChannel: ");
        assertThatThrownBy(() -> Service.of("x".repeat(129), "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesThePartThatIsNull() {
        assertThatThrownBy(() -> Service.of(null, "1"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name");
        assertThatThrownBy(() -> Service.of("a", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("version");
    }
}
