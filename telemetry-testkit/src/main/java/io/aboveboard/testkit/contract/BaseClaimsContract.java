package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.BaseEvent;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.port.BaseClaim;
import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link BaseClaims} must do that several processes share. */
public interface BaseClaimsContract {
    /** The date of the heartbeats that are claimed. */
    LocalDate DATE = LocalDate.of(2027, 3, 1);

    /** How long whoever claims has to deliver. */
    Duration IN_GOOD_TIME = Duration.ofMinutes(15);

    /**
     * The claims under test.
     *
     * @return the same through one test; nothing is claimed at first
     */
    BaseClaims claims();

    /**
     * The same claims as another process has them.
     *
     * @return second claims on the same installation
     */
    BaseClaims others();

    /**
     * Lets the time of the claims pass.
     *
     * @param duration how much of it
     */
    void pass(Duration duration);

    private static BaseClaim beat(int number) {
        return BaseClaim.heartbeat(SampleInstallation.ID, DATE, SampleEncodedRecords.base(number));
    }

    private static BaseClaim firstSeen(int number) {
        return BaseClaim.firstSeen(SampleInstallation.ID, SampleEncodedRecords.base(number));
    }

    private List<EncodedRecord> takenOver() {
        return others().takeOver(SampleInstallation.ID);
    }

    @Test
    default void hasAClockThatPasses() {
        Instant before = claims().now().orElseThrow();
        pass(Duration.ofMinutes(5));
        assertThat(others().now().orElseThrow()).isAfterOrEqualTo(before.plus(Duration.ofMinutes(5)));
    }

    @Test
    default void grantsAnOccasionOnce() {
        assertThat(claims().claim(beat(1))).isTrue();
        assertThat(others().claim(beat(2))).isFalse();
        assertThat(claims().claim(beat(1))).isFalse();
    }

    @Test
    default void tellsOccasionsApart() {
        assertThat(claims().claim(beat(1))).isTrue();
        assertThat(claims().claim(firstSeen(2))).isTrue();
        assertThat(claims().claim(BaseClaim.heartbeat(
                        SampleInstallation.ID, DATE.plusDays(1), SampleEncodedRecords.base(3))))
                .isTrue();
        assertThat(claims().claim(BaseClaim.heartbeat(InstallId.random(), DATE, SampleEncodedRecords.base(4))))
                .isTrue();
        assertThat(others().claim(firstSeen(5))).isFalse();
    }

    @Test
    default void grantsItToOneOfManyAtOnce() throws InterruptedException {
        List<Boolean> granted = Collections.synchronizedList(new ArrayList<>());
        Crowd.of(8, number -> () -> granted.add((number % 2 == 0 ? claims() : others()).claim(beat(number))));
        assertThat(granted).hasSize(8).containsOnlyOnce(true);
    }

    @Test
    default void leavesTimeToWhoeverClaimed() {
        claims().claim(beat(1));
        pass(IN_GOOD_TIME.minusMinutes(1));
        assertThat(takenOver()).isEmpty();
    }

    @Test
    default void handsOnTheVeryBytesOfWhoeverDied() {
        claims().claim(beat(1));
        claims().claim(firstSeen(2));
        pass(IN_GOOD_TIME.plusMinutes(1));
        assertThat(takenOver()).containsExactly(SampleEncodedRecords.base(1), SampleEncodedRecords.base(2));
    }

    @Test
    default void handsOnEachToOneAtATime() {
        claims().claim(beat(1));
        pass(IN_GOOD_TIME.plusMinutes(1));
        assertThat(takenOver()).hasSize(1);
        assertThat(claims().takeOver(SampleInstallation.ID)).isEmpty();
        pass(IN_GOOD_TIME.plusMinutes(1));
        assertThat(claims().takeOver(SampleInstallation.ID)).containsExactly(SampleEncodedRecords.base(1));
    }

    @Test
    default void handsOnNothingThatArrived() {
        claims().claim(beat(1));
        others().delivered(List.of(
                SampleEncodedRecords.base(1).uid(), SampleEncodedRecords.base(9).uid()));
        pass(IN_GOOD_TIME.plusMinutes(1));
        assertThat(takenOver()).isEmpty();
        assertThat(others().claim(beat(2))).isFalse();
    }

    @Test
    default void handsOnNoBeatThatTheReceiverWouldNotTake() {
        claims().claim(beat(1));
        claims().claim(firstSeen(2));
        pass(Duration.ofDays(6).plusMinutes(1));
        assertThat(takenOver()).containsExactly(SampleEncodedRecords.base(2));
    }

    @Test
    default void handsOnNothingOfAnotherIdentity() {
        claims().claim(new BaseClaim(InstallId.random(), BaseEvent.HEARTBEAT, DATE, SampleEncodedRecords.base(1)));
        pass(IN_GOOD_TIME.plusMinutes(1));
        assertThat(takenOver()).isEmpty();
    }
}
