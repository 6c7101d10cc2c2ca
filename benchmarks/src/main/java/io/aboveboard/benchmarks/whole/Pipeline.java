package io.aboveboard.benchmarks.whole;

import java.nio.file.Path;

/** A way from a call to a receiver. */
interface Pipeline extends AutoCloseable {
    /** Records the event of a number; false where there was no room for it. */
    boolean emit(long number);

    /** Delivers what waits. */
    void flush();

    @Override
    void close();

    /** What can be measured. */
    enum Kind {
        /** This project, with its queue as it comes, and a spool that holds a round. */
        ABOVEBOARD("Aboveboard, queue as it comes"),
        /** This project, with a queue as long as the peer's. */
        ABOVEBOARD_ENLARGED("Aboveboard, queue enlarged"),
        /** The OpenTelemetry SDK with gzip, its queue enlarged. */
        OTEL_GZIP("OpenTelemetry SDK, queue enlarged, gzip"),
        /** The OpenTelemetry SDK without gzip, its queue enlarged. */
        OTEL("OpenTelemetry SDK, queue enlarged, no gzip"),
        /** The OpenTelemetry SDK with gzip, its queue enlarged, given all that a record of this project carries. */
        OTEL_SAME_RECORD("OpenTelemetry SDK, queue enlarged, gzip, the same record");

        /** More than a round of events, as nothing is to be lost, however far the sender falls behind. */
        private static final long SPOOL_BYTES = 256L * 1024 * 1024;

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        boolean isAboveboard() {
            return this == ABOVEBOARD || this == ABOVEBOARD_ENLARGED;
        }

        Pipeline open(int port, Path folder) {
            return switch (this) {
                case ABOVEBOARD -> AboveboardPipeline.open(port, folder, 0, SPOOL_BYTES);
                case ABOVEBOARD_ENLARGED -> AboveboardPipeline.open(port, folder, OtelPipeline.QUEUE, SPOOL_BYTES);
                case OTEL_GZIP -> OtelPipeline.open(port, true, false);
                case OTEL -> OtelPipeline.open(port, false, false);
                case OTEL_SAME_RECORD -> OtelPipeline.open(port, true, true);
            };
        }
    }
}
