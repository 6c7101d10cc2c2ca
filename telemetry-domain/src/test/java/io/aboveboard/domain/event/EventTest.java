package io.aboveboard.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventTest {
    private static final PropertyKey<Long> PROJECT = PropertyKey.ofLong("project_id");
    private static final PropertyKey<String> MODE = PropertyKey.ofString("mode");

    @Test
    void declaresANameAndItsKeysInOrder() {
        Event event = Event.named("timer.started").with(PROJECT).with(MODE);
        assertThat(event.name()).isEqualTo(EventName.of("timer.started"));
        assertThat(event.keys()).containsExactly(PROJECT, MODE);
        assertThat(event).hasToString("timer.started[project_id:Long, mode:String]");
    }

    @Test
    void leavesTheEventItExtendsAsItWas() {
        Event bare = Event.named("timer.started");
        bare.with(PROJECT);
        assertThat(bare.keys()).isEmpty();
    }

    @Test
    void offersItsKeysForReadingOnly() {
        assertThatThrownBy(() -> Event.named("a").with(PROJECT).keys().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesAReservedName() {
        assertThatThrownBy(() -> Event.named("base_telemetry.first_seen"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("event name: ");
    }

    @Test
    void refusesTheSameKeyTwiceWhateverItsType() {
        Event event = Event.named("timer.started").with(PROJECT);
        assertThatThrownBy(() -> event.with(PropertyKey.ofString("project_id")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key: project_id is declared twice on timer.started");
    }

    @Test
    void takesSixtyFourKeysAndNotOneMore() {
        Event event = Event.named("timer.started");
        for (int i = 0; i < 64; i++) {
            event = event.with(PropertyKey.ofLong("key_" + i));
        }
        Event full = event;
        assertThat(full.keys()).hasSize(64);
        assertThatThrownBy(() -> full.with(MODE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key: timer.started has 64 keys already");
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesTheParameterThatIsNull() {
        assertThatThrownBy(() -> Event.named(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name");
        Event event = Event.named("timer.started");
        assertThatThrownBy(() -> event.with(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("key");
    }
}
