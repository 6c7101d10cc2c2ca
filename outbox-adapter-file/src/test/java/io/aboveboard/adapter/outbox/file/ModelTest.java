package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import org.junit.jupiter.api.Test;

/**
 * The outbox against a model of it, on a disk that stops at any change and loses what was not synced. A seed that fails is
 * run alone with {@code -Dmodel.seed=…}.
 */
@Proves({Promise.P8, Promise.P9})
@Fault({"D1", "D5"})
class ModelTest {
    private static final int RUNS = Integer.getInteger("model.runs", 80);
    private static final int SEED = Integer.getInteger("model.seed", -1);

    @Test
    void keepsItsWordWheneverItIsKilled() {
        assertThat(run(Model.Ending.KILL)).isPositive();
    }

    @Test
    void keepsItsWordWheneverThePowerFails() {
        assertThat(run(Model.Ending.POWER_LOSS)).isPositive();
    }

    /** Returns how many of the runs ended in the middle of something. */
    private static int run(Model.Ending ending) {
        int crashes = 0;
        for (int seed = Math.max(0, SEED); seed < (SEED < 0 ? RUNS : SEED + 1); seed++) {
            try {
                crashes += new Model(seed, ending).run();
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
            }
        }
        return crashes;
    }
}
