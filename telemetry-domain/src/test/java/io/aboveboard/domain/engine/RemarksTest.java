package io.aboveboard.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.port.SinkDescription;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the status says though nothing is wrong. */
class RemarksTest {
    private final Bench bench = new Bench();

    @Test
    void thereIsNothingToSayOfAnOrdinaryInstallation() {
        assertThat(bench.granted().transparency().status().warnings()).isEmpty();
    }

    @Test
    @Proves(Promise.P14)
    void sayWhenRecordsGoToAnotherHostThanTheYesWasGivenFor() {
        bench.granted().close();
        bench.sink.isAt(
                new SinkDescription(true, "https://elsewhere.example.net/v1/logs", "elsewhere.example.net", true));
        assertThat(bench.engine().transparency().status().warnings())
                .containsExactly("the yes was given for otlp.example.org, but records now go to elsewhere.example.net");
    }

    @Test
    void sayWhenAnotherProgramChangedTheId() {
        Engine engine = bench.running();
        InstallId former = new InstallId(UUID.fromString("6f1e2d3c-4b5a-4789-8abc-def012345678"));
        bench.store.hostWrites(stored -> stored.withFormerId(former));
        assertThat(engine.transparency().status().warnings())
                .containsExactly("another program changed install_id from " + former
                        + "; the new one counts, without a second first_seen");
    }
}
