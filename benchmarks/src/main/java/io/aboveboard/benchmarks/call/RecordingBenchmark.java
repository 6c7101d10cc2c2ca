package io.aboveboard.benchmarks.call;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A call that records, in bursts that the queue can hold, each on an empty queue; where it is full it stays so. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 200)
@Measurement(iterations = 200)
@Fork(1)
public class RecordingBenchmark {
    /** Half of what the queue holds, and half of that for each of two threads. */
    private static final int BURST = 4_000;

    @Param({"RECORDING", "FULL_QUEUE", "DEAD_SINK", "FULL_DISK"})
    State state = State.RECORDING;

    @SuppressWarnings("NullAway.Init") // Set by open().
    private Subject subject;

    /** What the calling thread alone allocates; the profiler counts the recorder's, too. */
    @org.openjdk.jmh.annotations.State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Caller {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        public double bytes;

        private long before;

        void begin() {
            before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        }

        void end(int calls) {
            long now = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            bytes = (now - before) / (double) calls;
        }
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    @Threads(1)
    public void oneThread(Caller caller, Blackhole hole) {
        burst(BURST, caller, hole);
    }

    @Benchmark
    @OperationsPerInvocation(BURST / 2)
    @Threads(2)
    public void twoThreads(Caller caller, Blackhole hole) {
        burst(BURST / 2, caller, hole);
    }

    private void burst(int calls, Caller caller, Blackhole hole) {
        caller.begin();
        for (int number = 0; number < calls; number++) {
            hole.consume(subject.track(number));
        }
        caller.end(calls);
    }

    @Setup
    public void open() {
        subject = Subject.open(state, 0);
    }

    @Setup(Level.Iteration)
    public void empty() {
        subject.settle();
    }

    @TearDown
    public void close() {
        subject.close();
    }
}
