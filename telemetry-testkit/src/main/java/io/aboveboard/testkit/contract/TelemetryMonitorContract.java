package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link TelemetryMonitor} must do: take whatever it is told, from any thread, and never throw. */
public interface TelemetryMonitorContract {
    /**
     * The monitor under test.
     *
     * @return the same through one test
     */
    TelemetryMonitor monitor();

    @ParameterizedTest
    @EnumSource(DropReason.class)
    default void takesADropForEachReason(DropReason reason) {
        takes(() -> monitor().dropped(reason, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @EnumSource(PropertyLoss.class)
    default void takesALossForEachReason(PropertyLoss reason) {
        takes(() -> monitor().lost(reason, 1));
    }

    @ParameterizedTest
    @EnumSource(PrivateKind.class)
    default void takesAReplacementOfEachKind(PrivateKind kind) {
        takes(() -> monitor().replaced(kind, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100 % {0} %s", "two\nlines"})
    default void takesAnyWarning(String message) {
        takes(() -> monitor().warned(message));
    }

    @Test
    default void takesDeliveriesFromSeveralThreads() throws InterruptedException {
        Crowd.of(4, number -> () -> {
            monitor().delivered(number);
            monitor().warned("thread " + number);
            return number;
        });
    }

    private static void takes(Runnable call) {
        assertThatCode(call::run).doesNotThrowAnyException();
    }
}
