package io.aboveboard.domain.engine;

import io.aboveboard.domain.api.BaseTelemetry;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.Erasure;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.api.Ingest;
import io.aboveboard.domain.api.Telemetry;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.record.DropReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Runs the parts. {@link #start()} runs them on two daemon threads, one for the disk and one for the network; without it
 * they work on the thread that calls, and {@link #flush} delivers on it.
 */
public final class Engine {
    private static final Duration STOP_WAIT = Duration.ofMillis(500);
    private static final Duration NOTE_INTERVAL = Duration.ofMinutes(1);

    /**
     * For how long events gather before they are stored together. No caller wakes the recorder before they are many, since
     * to wake a thread takes longer than all the rest of a call.
     */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private final Ports ports;
    private final Settings settings;
    private final Clocks clocks;
    private final Warnings warnings;
    private final Tally tally;
    private final Gate gate;
    private final OfferQueue queue;
    private final Pause pause;
    private final Intake intake;
    private final Supplier<Parts> parts;
    private final Worker recording = new Worker("aboveboard-recorder", this::record);
    private final Worker delivering = new Worker("aboveboard-courier", this::deliver);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean keptHouse;
    private long keptHouseAt;
    private long notedAt;

    /**
     * An engine that stands still. Opens, reads and starts nothing.
     *
     * @param ports the adapters
     * @param settings what the host chose
     * @param clocks the clocks
     * @param random where jitter comes from
     */
    public Engine(Ports ports, Settings settings, Clocks clocks, RandomGenerator random) {
        this.ports = ports;
        this.settings = settings;
        this.clocks = clocks;
        TelemetryMonitor monitor = GuardedMonitor.of(ports.monitor());
        warnings = new Warnings(monitor);
        tally = new Tally(ports.outbox().journal(), monitor);
        queue = new OfferQueue(settings.queueCapacity(), Recorder.MAX_COMMIT);
        pause = new Pause(clocks, Backoff.DEFAULT, random);
        gate = new Gate(ports.installation(), settings, ports.sink().describe().configured(), clocks, tally);
        intake = new Intake(gate, queue, tally, clocks, recording::wake);
        parts = new Late<>(() -> new Parts(ports, settings, clocks, random, warnings, tally, queue, pause, gate));
    }

    /**
     * Tells the monitor, and whoever asks for the status, what is odd about the settings.
     *
     * @param oddities what could not be understood; nothing is told where there is none
     */
    public void warn(List<String> oddities) {
        if (!oddities.isEmpty()) {
            warnings.raise(Warnings.Topic.SETTINGS, String.join("; ", oddities));
        }
    }

    /** Starts the two threads, unless a kill switch is on or there is no sink: then there is nothing they could do. */
    public void start() {
        if (mayEverSend()) {
            recording.start();
            delivering.start();
        }
    }

    /**
     * Delivers what is waiting.
     *
     * @param atMost how long to wait for it
     * @return whether something is still waiting
     */
    public FlushOutcome flush(Duration atMost) {
        if (!mayEverSend()) {
            return isDrained() ? FlushOutcome.Drained.DRAINED : stillPending();
        }
        resume();
        return runUntil(this::isDrained, atMost) ? FlushOutcome.Drained.DRAINED : stillPending();
    }

    /** Stops taking events, tries once more to deliver, and ends. Safe to call more than once. */
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        intake.close();
        if (mayEverSend() && !settings.closeWait().isZero()) {
            resume();
            runUntil(() -> isDrained() || !pause.left().isZero(), settings.closeWait());
        }
        if (recording.stop(STOP_WAIT) && mayEverSend()) {
            storeAll();
        }
        delivering.stop(STOP_WAIT);
        parts.get().housekeeper.close();
        tally.dropped(DropReason.CLOSED, queue.clear());
        if (mayEverSend()) {
            tally.noteIfPossible();
        }
        ports.sink().close();
        ports.outbox().close();
    }

    /**
     * Records product events.
     *
     * @return the role, always the same
     */
    public Telemetry telemetry() {
        return intake;
    }

    /**
     * Records what came from other processes.
     *
     * @return the role, always the same
     */
    public Ingest ingest() {
        return parts.get().ingest;
    }

    /**
     * Takes decisions.
     *
     * @return the role, always the same
     */
    public ConsentControl consent() {
        return parts.get().desk;
    }

    /**
     * Reports the installation.
     *
     * @return the role, always the same
     */
    public BaseTelemetry base() {
        return parts.get().base;
    }

    /**
     * Shows what there is to see.
     *
     * @return the role, always the same
     */
    public Transparency transparency() {
        return parts.get().transparency;
    }

    /**
     * Forgets.
     *
     * @return the role, always the same
     */
    public Erasure erasure() {
        return parts.get().eraser;
    }

    private boolean mayEverSend() {
        return ports.sink().describe().configured() && settings.switches().silence() == Switches.Silence.NONE;
    }

    private boolean runUntil(BooleanSupplier condition, Duration atMost) {
        if (delivering.isStarted()) {
            recording.wake();
            delivering.wake();
            return delivering.awaitUntil(() -> keptHouse && condition.getAsBoolean(), atMost);
        }
        storeAll();
        return delivering.driveUntil(condition, atMost, clocks);
    }

    private void storeAll() {
        while (store() > 0) {
            // Until the queue is empty: each call stores one commit.
        }
    }

    /** Tries again now, wherever this or the process before has paused. */
    private void resume() {
        guarded(() -> parts.get().diary.open(), false);
        pause.cut();
    }

    private boolean isDrained() {
        return parts.get().transparency.pending() == 0;
    }

    private FlushOutcome stillPending() {
        String why = pause.state().reason();
        return new FlushOutcome.StillPending(
                parts.get().transparency.pending(), why.isEmpty() ? "no answer from the receiver yet" : why);
    }

    private Duration record() {
        long sinceKept = clocks.nanos() - keptHouseAt;
        if (!keptHouse || sinceKept >= Housekeeper.INTERVAL.toNanos()) {
            keepHouse();
            return Duration.ZERO;
        }
        store();
        if (queue.isPastMark()) {
            return Duration.ZERO;
        }
        Duration untilHouseIsKept = Housekeeper.INTERVAL.minusNanos(sinceKept);
        return gate.door().turnstile() == null && untilHouseIsKept.compareTo(GATHERING) > 0
                ? GATHERING
                : untilHouseIsKept;
    }

    /** Does what is due at start and from time to time. The library's own thread does so each second. */
    public void keepHouse() {
        keptHouseAt = clocks.nanos();
        if (mayEverSend()) {
            guarded(() -> parts.get().diary.open(), false);
        }
        guarded(() -> parts.get().housekeeper.step(), false);
        noteNowAndThen();
        if (guarded(() -> parts.get().diary.isOpen() && ports.outbox().nudged(), false)) {
            pause.cut();
        }
        keptHouse = true;
        delivering.wake();
    }

    /** What is dropped at the door alone, as without a yes, is not worth a write a second. */
    private void noteNowAndThen() {
        if (mayEverSend() && (!keptHouse || keptHouseAt - notedAt >= NOTE_INTERVAL.toNanos())) {
            notedAt = keptHouseAt;
            tally.noteIfPossible();
        }
    }

    int store() {
        int stored = guarded(() -> parts.get().recorder.step(), 0);
        if (stored > 0) {
            delivering.wake();
        }
        return stored;
    }

    Duration deliver() {
        return guarded(() -> parts.get().courier.step(), Courier.IDLE);
    }

    /** An adapter may fail in a way its port does not know; that must not end a thread. */
    private <T> T guarded(Supplier<T> step, T otherwise) {
        try {
            return step.get();
        } catch (RuntimeException | LinkageError unexpected) {
            warnings.raise(
                    Warnings.Topic.ENGINE,
                    "an adapter failed unexpectedly: " + unexpected.getClass().getName());
            return otherwise;
        }
    }
}
