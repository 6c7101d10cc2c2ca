package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.BaseFields;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link FirstRunNotice} that shows something must show. */
public interface FirstRunNoticeContract {
    /**
     * The notice under test.
     *
     * @return the same through one test
     */
    FirstRunNotice firstRunNotice();

    /**
     * What the person has been shown.
     *
     * @return the lines in their order
     */
    List<String> shown();

    @Test
    default void saysWhoReportsAndToWhom() {
        show();
        assertThat(String.join("\n", shown())).contains("timetracker", "telemetry.example.org");
    }

    @Test
    default void namesEveryFieldThatIsAlwaysSent() {
        show();
        assertThat(String.join("\n", shown())).contains(BaseFields.NAMES);
    }

    @Test
    default void saysHowToSwitchItOff() {
        show();
        assertThat(String.join("\n", shown())).contains("DO_NOT_TRACK=1", "TELEMETRY_LAYERS=base");
    }

    @Test
    default void showsNothingByItself() {
        firstRunNotice();
        assertThat(shown()).isEmpty();
    }

    private void show() {
        firstRunNotice().show(new Notice("timetracker", "telemetry.example.org"));
    }
}
