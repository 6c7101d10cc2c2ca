package io.aboveboard.domain.port;

import io.aboveboard.domain.base.Platform;

/** Tells what the base layer says of the machine. Looks up nothing over the network. Implementations are thread-safe. */
@FunctionalInterface
public interface PlatformProbe {
    /**
     * Looks.
     *
     * @return what was found; a part that cannot be known is {@code unknown}
     */
    Platform probe();
}
