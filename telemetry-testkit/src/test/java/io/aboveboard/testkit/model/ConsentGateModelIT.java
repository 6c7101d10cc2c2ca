package io.aboveboard.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A model check of the gate within a process: all steps that its threads can take between each other, as far as a run
 * comes. {@code -Dgate.model.iterations} and {@code -Dgate.model.invocations} let it go further than every build does, as
 * the profile {@code model} does.
 */
@Tag("thorough")
@Proves(Promise.P2)
class ConsentGateModelIT {
    private static final int ITERATIONS = Integer.getInteger("gate.model.iterations", 8);
    private static final int INVOCATIONS = Integer.getInteger("gate.model.invocations", 200);

    /** As many as it takes: it ends with the first that shows the fault. */
    private static final int MOST = 200;

    /** Behind the gate that is in use. */
    public static final class Guarded extends GateModel {
        public Guarded() {
            super(ConsentGate.withinProcess(Duration.ofDays(1)));
        }
    }

    /** With a gate that holds nobody up. */
    public static final class Unguarded extends GateModel {
        public Unguarded() {
            super(ConsentGate.open());
        }
    }

    @Test
    @Fault({"E3", "E4"})
    void nothingComesBetweenTheLookAndTheHandOver() {
        assertThat(catchThrowable(() -> options(ITERATIONS).check(Guarded.class)))
                .isNull();
    }

    @Test
    void theModelNoticesAGateThatHoldsNobodyUp() {
        assertThat(catchThrowable(
                        () -> options(MOST).minimizeFailedScenario(false).check(Unguarded.class)))
                .isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions options(int iterations) {
        return new ModelCheckingOptions()
                .iterations(iterations)
                .invocationsPerIteration(INVOCATIONS)
                .threads(2)
                .actorsPerThread(2)
                .actorsBefore(1)
                .actorsAfter(1);
    }
}
