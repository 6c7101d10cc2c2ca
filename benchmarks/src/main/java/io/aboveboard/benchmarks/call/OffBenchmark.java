package io.aboveboard.benchmarks.call;

import io.aboveboard.benchmarks.Sample;
import io.aboveboard.domain.api.Telemetry;
import io.aboveboard.domain.event.UserId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A call that is switched off: by a prepared event, without properties and with a lambda that would build them. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OffBenchmark {
    @Param({"OFF_NO_CONSENT", "OFF_KILL_SWITCH"})
    State state = State.OFF_NO_CONSENT;

    private final UserId user = UserId.of(42);

    @SuppressWarnings("NullAway.Init") // Set by open().
    private Subject subject;

    @SuppressWarnings("NullAway.Init") // Set by open().
    private Telemetry telemetry;

    private long number;

    /** What every call is measured with: an increment and a handing over. */
    @Benchmark
    public long nothing() {
        return number++;
    }

    @Benchmark
    public Object event() {
        return telemetry.track(Sample.EVENT, user);
    }

    @Benchmark
    public Object eventWithLambda() {
        long value = number++;
        return telemetry.track(Sample.EVENT, user, p -> Sample.fill(p, value));
    }

    @Setup
    public void open() {
        subject = Subject.open(state, 0);
        telemetry = subject.telemetry();
    }

    @TearDown
    public void close() {
        subject.close();
    }
}
