package io.aboveboard.bootstrap.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.golden.Golden;
import io.aboveboard.domain.consent.RefusalReason;
import org.junit.jupiter.api.Test;

class StatusJsonTest {
    @Test
    void showsEverythingThatIsKnown() {
        Golden.assertApproved(getClass(), "full.json", Json.text(StatusJson.of(SampleStatus.full())) + "\n");
    }

    @Test
    void showsNullForWhatIsNot() {
        Golden.assertApproved(
                getClass(), "empty.json", Json.text(StatusJson.of(SampleStatus.empty(RefusalReason.NO_SINK))) + "\n");
    }

    @Test
    void keepsToAscii() {
        assertThat(Json.text(Json.object().put("remark", "größer"))).contains("gr\\u00F6\\u00DFer");
    }
}
