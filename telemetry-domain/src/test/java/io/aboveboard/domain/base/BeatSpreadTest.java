package io.aboveboard.domain.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.testkit.marks.Fault;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BeatSpreadTest {
    private static final LocalTime THREE = LocalTime.of(3, 0);
    private static final InstallId SOME_ID = new InstallId(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"));

    @Test
    @Fault("F5")
    void spreadsTenThousandInstallationsEvenlyOverTheHour() {
        Random random = new Random(5);
        int[] perMinute = new int[60];
        Set<LocalTime> times = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            LocalTime at = of(Duration.ofHours(1), new InstallId(new UUID(random.nextLong(), random.nextLong())));
            assertThat(at.getHour()).isEqualTo(3);
            perMinute[at.getMinute()]++;
            times.add(at);
        }
        // 166 expected, standard deviation 13
        assertThat(Arrays.stream(perMinute).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(110, 225));
        assertThat(times).hasSizeGreaterThan(9_900);
    }

    @Test
    @Fault("F5")
    void spreadsIdsThatDifferInAFewBits() {
        int[] perTenMinutes = new int[6];
        for (int i = 0; i < 600; i++) {
            perTenMinutes[
                    of(Duration.ofHours(1), new InstallId(new UUID(0x4000L, i))).getMinute() / 10]++;
        }
        assertThat(Arrays.stream(perTenMinutes).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(60, 140));
    }

    @Test
    @Fault("F5")
    void givesAnInstallationTheSameTimeAlways() {
        assertThat(of(Duration.ofHours(1), SOME_ID))
                .isEqualTo("03:30:42.545")
                .isEqualTo(of(Duration.ofHours(1), SOME_ID));
    }

    @Test
    void beginsOnTheDotWithoutASpread() {
        assertThat(of(Duration.ZERO, SOME_ID)).isEqualTo(THREE);
        assertThat(of(Duration.ofNanos(1), SOME_ID)).isEqualTo(THREE);
    }

    private static LocalTime of(Duration spread, InstallId id) {
        return BeatSchedule.of(THREE, spread, ZoneOffset.UTC, id).at();
    }
}
