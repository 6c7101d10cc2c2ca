package io.aboveboard.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Thirty thousand installations in six zones; with {@code -Dfleet.million=true} a million in all the world, whose figures are
 * printed and have to be those of {@code docs/fleet.md}; with {@code -Dfleet.write=true} they are written there.
 */
class FleetTest {
    private static final boolean WRITE = Boolean.getBoolean("fleet.write");
    private static final boolean ALL = WRITE || Boolean.getBoolean("fleet.million");
    private static final long SEED = 20_270_322;
    private static final int MILLION = 1_000_000;
    private static final int FEW = 30_000;
    private static final double MOST_PEAK_TO_MEAN = 1.2;

    private static final Simulation FLEET = simulated();

    private static Simulation simulated() {
        return ALL ? Simulation.of(MILLION, Zones.world(MILLION), SEED) : Simulation.of(FEW, Zones.few(FEW), SEED);
    }

    @BeforeAll
    static void writeFigures() throws IOException {
        if (ALL) {
            System.out.println(new Figures(FLEET, SEED).text());
        }
        if (WRITE) {
            new Figures(FLEET, SEED).write();
        }
    }

    @Test
    @Proves(Promise.P4)
    @Fault("F1")
    void givesEachDateOfARunningInstallationItsBeatAndNoDateTwo() {
        assertThat(FLEET.dates.expected()).isGreaterThan(FLEET.installations * 12L);
        assertThat(FLEET.dates.beats()).isEqualTo(FLEET.dates.expected());
        assertThat(FLEET.dates.without()).as("without a beat").isZero();
        assertThat(FLEET.dates.twice()).as("more than one").isZero();
        assertThat(FLEET.dates.unexpected()).as("made by nobody").isZero();
    }

    @Test
    @Fault("F5")
    void fillsTheWindowOfALargeZoneEvenlyToTheMinute() {
        assertThat(FLEET.spread.large())
                .hasSizeGreaterThanOrEqualTo(Period.DAYS)
                .allSatisfy(window -> {
                    assertThat(window.beats()).isGreaterThan(Spread.LARGE * 3 / 4);
                    assertThat(window.peakToMean())
                            .as("%s in %s", window, FLEET.zones.id(window.zone()))
                            .isLessThanOrEqualTo(MOST_PEAK_TO_MEAN);
                });
    }

    @Test
    @Fault("F1")
    void makesUpForWhatWasMissedAtAStart() {
        assertThat(Load.sum(FLEET.load.catchUps())).isGreaterThan(FLEET.installations);
        assertThat(Load.sum(FLEET.load.delayed())).isPositive();
        long accounted = Load.sum(FLEET.load.atTime())
                + Load.sum(FLEET.load.catchUps())
                + Load.sum(FLEET.load.delayed())
                + FLEET.load.stillWaiting();
        assertThat(accounted).isEqualTo(FLEET.dates.beats());
    }

    @Test
    void staysFarBelowTheLimitOfStreamsWhileTheBackendIsThere() {
        assertThat(FLEET.streams.sharedAtMost()).isGreaterThan(Sites.VERSIONS);
        assertThat(FLEET.streams.ownAtMost()).isPositive();
        assertThat(FLEET.streams.atMost()).isLessThan(Streams.LIMIT / 10);
    }

    @Test
    void isWrittenDownForAMillion() throws IOException {
        String page = Figures.onThePage();
        assertThat(page).startsWith(Figures.heading(SEED, MILLION));
        if (ALL) {
            assertThat(page).isEqualTo(new Figures(FLEET, SEED).text());
        }
    }
}
