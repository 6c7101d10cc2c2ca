package io.aboveboard.adapter.sink.otlp;

import io.aboveboard.domain.annotation.Nullable;

/**
 * Makes the {@link Encoding} when it is first needed, which is on a thread of the library: whoever builds a sink does not wait
 * for the classes of OpenTelemetry. Thread-safe.
 */
final class LateEncoding {
    private volatile @Nullable Encoding made;

    /**
     * The encoding.
     *
     * @throws io.aboveboard.domain.port.TelemetrySinkException where the OpenTelemetry on the class path is too old
     */
    Encoding get() {
        Encoding encoding = made;
        return encoding == null ? make() : encoding;
    }

    private synchronized Encoding make() {
        Encoding encoding = made;
        if (encoding == null) {
            encoding = Encoding.create();
            made = encoding;
        }
        return encoding;
    }
}
