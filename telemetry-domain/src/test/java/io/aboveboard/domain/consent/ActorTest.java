package io.aboveboard.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ActorTest {
    @Test
    void actsThroughASurface() {
        assertThat(Actor.setup("1")).isEqualTo(new Actor(Surface.SETUP, "1"));
        assertThat(Actor.admin("1")).isEqualTo(new Actor(Surface.ADMIN, "1"));
        assertThat(Actor.api("1")).isEqualTo(new Actor(Surface.API, "1"));
        assertThat(Actor.cli()).isEqualTo(new Actor(Surface.CLI, ""));
    }

    @Test
    void hasABoundedIdWithoutControlCharacters() {
        assertThat(Actor.admin("x".repeat(128)).id()).hasSize(128);
        for (String bad : new String[] {"x".repeat(129), "a\nb", "\u0000"}) {
            assertThatThrownBy(() -> Actor.admin(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("id: must be at most 128 characters without control characters");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesTheParameterThatIsNull() {
        assertThatThrownBy(() -> Actor.admin(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("id");
        assertThatThrownBy(() -> new Actor(null, ""))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("surface");
    }
}
