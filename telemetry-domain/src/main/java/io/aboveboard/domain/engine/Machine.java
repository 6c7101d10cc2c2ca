package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.port.PlatformProbe;

/** Looks at the machine once, off the caller's thread. Thread-safe. */
final class Machine {
    private final PlatformProbe probe;
    private volatile @Nullable Platform known;

    Machine(PlatformProbe probe) {
        this.probe = probe;
    }

    Platform platform() {
        Platform platform = known;
        if (platform == null) {
            platform = probe.probe();
            known = platform;
        }
        return platform;
    }
}
