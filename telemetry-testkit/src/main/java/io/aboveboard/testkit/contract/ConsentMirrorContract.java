package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.ConsentMirror;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ConsentMirror} must do that has a copy to keep. */
public interface ConsentMirrorContract {
    /**
     * The mirror under test.
     *
     * @return the same through one test; the host has no setting at first
     */
    ConsentMirror mirror();

    @Test
    default void readsNothingWhereTheHostHasNoSetting() {
        assertThat(mirror().read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void readsWhatWasWritten(boolean allowed) {
        mirror().write(allowed);
        assertThat(mirror().read()).hasValue(allowed);
    }

    @Test
    default void readsWhatWasWrittenLast() {
        mirror().write(true);
        mirror().write(true);
        mirror().write(false);
        assertThat(mirror().read()).hasValue(false);
    }
}
