package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.port.PlatformProbe;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What every {@link PlatformProbe} must do. */
public interface PlatformProbeContract {
    /** What a probe says of a part that cannot be known. */
    String UNKNOWN = "unknown";

    /**
     * The probe under test.
     *
     * @return the probe
     */
    PlatformProbe probe();

    @Test
    default void namesThePlatformAsTheSchemaDoes() {
        assertThat(probe().probe().platform()).isIn("Linux", "Darwin", "Windows", UNKNOWN);
    }

    @Test
    default void leavesNoPartEmpty() {
        Platform platform = probe().probe();
        assertThat(platform.osVersion()).isNotBlank();
        assertThat(platform.architecture()).isNotBlank();
    }

    @Test
    default void givesLanguageAndWhereKnownCountry() {
        assertThat(probe().probe().locale()).matches("[a-z]{2,3}(_[A-Z]{2})?|" + UNKNOWN);
    }

    @Test
    default void givesAZoneThatExists() {
        String zone = probe().probe().timezone();
        assertThat(zone.equals(UNKNOWN) || ZoneId.of(zone).getId().equals(zone))
                .as(zone)
                .isTrue();
    }

    @Test
    default void tellsContainersFromMachines() {
        assertThat(probe().probe().deploymentType()).isIn("docker", "native", UNKNOWN);
    }

    @Test
    default void findsTheSameMachineTwice() {
        assertThat(probe().probe()).isEqualTo(probe().probe());
    }
}
