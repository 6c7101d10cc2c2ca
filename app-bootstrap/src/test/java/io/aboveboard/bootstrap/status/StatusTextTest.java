package io.aboveboard.bootstrap.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.golden.Golden;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.testkit.fixture.SampleDecisions;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    @Test
    void showsEverythingThatIsKnown() {
        Golden.assertApproved(getClass(), "full.txt", StatusText.of(SampleStatus.full()));
    }

    @Test
    void saysWhatToSetWhereThereIsNoSink() {
        Golden.assertApproved(getClass(), "no-sink.txt", StatusText.of(SampleStatus.empty(RefusalReason.NO_SINK)));
    }

    @Test
    void saysThatAKillSwitchIsOn() {
        assertThat(StatusText.of(SampleStatus.empty(RefusalReason.DO_NOT_TRACK)))
                .contains("telemetry   off: DO_NOT_TRACK is set: nothing is sent");
    }

    @Test
    void saysThatAnInstallationHasNoIdentityYet() {
        assertThat(StatusText.of(SampleStatus.empty(RefusalReason.UNIDENTIFIED)))
                .contains("telemetry   nothing yet: ");
    }

    @Test
    void saysWhatKeepsAYesFromCounting() {
        ConsentStanding standing = new ConsentStanding(
                ConsentStanding.State.GRANTED,
                RefusalReason.DISABLED,
                SampleDecisions.receiptOfYes(3),
                3,
                "and a remark");

        assertThat(ConsentText.of(standing))
                .startsWith("granted (receipt 3, ")
                .endsWith("; ENABLE_TELEMETRY=false: product events are never sent; and a remark");
    }
}
