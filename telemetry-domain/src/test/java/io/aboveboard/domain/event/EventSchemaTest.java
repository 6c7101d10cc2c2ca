package io.aboveboard.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EventSchemaTest {
    private static final PropertyKey<Long> PROJECT = PropertyKey.ofLong("project_id");
    private static final Event STARTED = Event.named("timer.started").with(PROJECT);
    private static final Event PAUSED = Event.named("timer.paused");

    private final EventSchema schema = EventSchema.version(3).since(2, PAUSED).since(3, STARTED, PROJECT);

    @Test
    void coversWhatItDoesNotMentionFromTheFirst() {
        assertThat(schema.isCovered(1, STARTED.name())).isTrue();
        assertThat(schema.isCovered(1, PAUSED.name(), "project_id")).isTrue();
    }

    @Test
    void coversWhatCameLaterFromThereOn() {
        assertThat(schema.isCovered(1, PAUSED.name())).isFalse();
        assertThat(schema.isCovered(2, PAUSED.name())).isTrue();
        assertThat(schema.isCovered(2, STARTED.name(), "project_id")).isFalse();
        assertThat(schema.isCovered(3, STARTED.name(), "project_id")).isTrue();
        assertThat(schema.version()).isEqualTo(3);
    }

    @Test
    void refusesAVersionThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventSchema.version(0))
                .withMessage("version: 0 is less than 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema.since(4, STARTED))
                .withMessage("added: 4 is not a version from 1 to 3");
        assertThatIllegalArgumentException().isThrownBy(() -> schema.since(0, STARTED));
    }

    @Test
    void refusesWhatIsMentionedTwiceOrNotDeclared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema.since(3, PAUSED))
                .withMessage("timer.paused is mentioned twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema.since(3, PAUSED, PROJECT))
                .withMessageContaining("is not declared on timer.paused");
    }
}
