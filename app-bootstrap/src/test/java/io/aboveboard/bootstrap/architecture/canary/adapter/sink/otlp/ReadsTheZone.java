package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

import java.time.ZoneId;

/** Reads the system's zone. */
public final class ReadsTheZone {
    ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
