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
        /** This project, with its queue as it comes. */
        ABOVEBOARD("Aboveboard, as it comes"),
        /** This project, with a queue as long as the peer's. */
        ABOVEBOARD_ENLARGED("Aboveboard, queue enlarged"),
        /** The OpenTelemetry SDK with gzip, its queue enlarged. */
        OTEL_GZIP("OpenTelemetry SDK, queue enlarged, gzip"),
        /** The OpenTelemetry SDK without gzip, its queue enlarged. */
        OTEL("OpenTelemetry SDK, queue enlarged, no gzip");

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
                case ABOVEBOARD -> AboveboardPipeline.open(port, folder, 0);
                case ABOVEBOARD_ENLARGED -> AboveboardPipeline.open(port, folder, OtelPipeline.QUEUE);
                case OTEL_GZIP -> OtelPipeline.open(port, true);
                case OTEL -> OtelPipeline.open(port, false);
            };
        }
    }
}
