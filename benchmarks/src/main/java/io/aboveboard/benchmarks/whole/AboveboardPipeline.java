package io.aboveboard.benchmarks.whole;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.outbox.file.FileOutboxConfig;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.benchmarks.Sample;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.AboveboardBuilder;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** This project as a host embeds it: spool on the disk, made durable, gzip, privacy filter. */
final class AboveboardPipeline implements Pipeline {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Aboveboard aboveboard;
    private final UserId user = UserId.of(42);

    private AboveboardPipeline(Aboveboard aboveboard) {
        this.aboveboard = aboveboard;
    }

    /** With queue and spool as they come. */
    static AboveboardPipeline open(int port, Path folder) {
        return new AboveboardPipeline(
                builder(port, folder, 0, FileOutboxConfig.defaults()).start());
    }

    static AboveboardPipeline open(int port, Path folder, int queue, long spoolBytes) {
        FileOutboxConfig config = FileOutboxConfig.defaults().withMaxBytes(spoolBytes);
        return new AboveboardPipeline(builder(port, folder, queue, config).start());
    }

    static AboveboardBuilder builder(int port, Path folder, int queue, FileOutboxConfig config) {
        AboveboardBuilder builder = Aboveboard.of("timetracker", "5.10.0")
                .installation(FileInstallationStore.in(folder))
                .outbox(FileOutbox.in(folder, config))
                .sink(OtlpTelemetrySink.create(OtlpSinkConfig.of("http://127.0.0.1:" + port, "benchmark")));
        return queue == 0 ? builder : builder.queueCapacity(queue);
    }

    /** Prepares a state folder under a yes, with all base telemetry delivered. */
    static void prepare(int port, Path folder) {
        try (AboveboardPipeline pipeline = open(port, folder)) {
            pipeline.flush();
            pipeline.aboveboard.consent().grant(Actor.admin("1"));
            pipeline.flush();
        }
    }

    Aboveboard aboveboard() {
        return aboveboard;
    }

    /** Waits until so many events are in the spool, asking nobody to deliver them. */
    void awaitStored(long events) {
        while (aboveboard.transparency().status().outbox().detailed() < events) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public boolean emit(long number) {
        return aboveboard.telemetry().track(Sample.EVENT, user, p -> Sample.fill(p, number)) == Admission.Taken.TAKEN;
    }

    @Override
    public void flush() {
        aboveboard.flush(PATIENCE);
    }

    @Override
    public void close() {
        aboveboard.close();
    }
}
