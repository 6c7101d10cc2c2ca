package io.aboveboard.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnwindingTest {
    private final List<String> closed = new ArrayList<>();
    private final Unwinding unwinding = new Unwinding();

    @Test
    void closesTheLastFirstAndAllOfThem() {
        IllegalStateException failure = new IllegalStateException("start failed");
        IllegalArgumentException secondary = new IllegalArgumentException("close failed");
        unwinding.onFailure(() -> closed.add("first"));
        unwinding.onFailure(() -> {
            throw secondary;
        });
        unwinding.onFailure(() -> closed.add("last"));

        unwinding.unwind(failure);

        assertThat(closed).containsExactly("last", "first");
        assertThat(failure.getSuppressed()).containsExactly(secondary);
    }
}
