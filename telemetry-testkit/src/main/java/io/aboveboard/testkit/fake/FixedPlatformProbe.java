package io.aboveboard.testkit.fake;

import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.port.PlatformProbe;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.util.Objects;

/** A probe that always finds the same machine. Immutable. */
public final class FixedPlatformProbe implements PlatformProbe {
    private final Platform platform;

    /** A probe that finds {@link SampleInstallation#PLATFORM}. */
    public FixedPlatformProbe() {
        this(SampleInstallation.PLATFORM);
    }

    /**
     * A probe.
     *
     * @param platform what it finds
     */
    public FixedPlatformProbe(Platform platform) {
        this.platform = Objects.requireNonNull(platform, "platform");
    }

    @Override
    public Platform probe() {
        return platform;
    }
}
