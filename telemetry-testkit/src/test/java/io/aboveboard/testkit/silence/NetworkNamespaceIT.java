package io.aboveboard.testkit.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The namespace counts what it is there to count. */
@Proves(Promise.P5)
class NetworkNamespaceIT {
    private NetworkNamespace namespace;

    @BeforeEach
    void open() {
        String obstacle = NetworkNamespace.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle);
        namespace = NetworkNamespace.open();
    }

    @AfterEach
    void close() {
        if (namespace != null) {
            namespace.close();
        }
    }

    @Test
    void isSilentWhereACommandAsksNobody() throws InterruptedException {
        assertThat(namespace.run(new ProcessBuilder("true"))).isEqualTo(new Silence(List.of(), List.of()));
    }

    @Test
    void countsAConnectionThatNobodyAnswers() throws InterruptedException {
        Silence silence = namespace.run(probe("connect", "127.0.0.1"));
        assertThat(silence.breaches()).contains("connections attempted: 1");
    }

    @Test
    void countsAConnectionThatHasNoWayOut() throws InterruptedException {
        Silence silence = namespace.run(probe("connect", "192.0.2.1"));
        assertThat(silence.breaches()).containsExactly("packets without a way out: 1");
    }

    @Test
    void countsTheLookUpOfAName() throws InterruptedException {
        Silence silence = namespace.run(probe("resolve", "receiver.aboveboard.example"));
        assertThat(silence.breaches())
                .isNotEmpty()
                .allMatch(breach -> breach.matches("(packets|datagrams) .*: [1-9][0-9]*"));
    }

    @Test
    void theCheckInsideAJvmThereMissesNoConnection() throws Exception {
        Process watched = new ProcessBuilder(namespace.inside(Probe.command("watched", "127.0.0.1")))
                .inheritIO()
                .start();
        assertThat(watched.waitFor())
                .as("the probe ends with 0 where it was noticed")
                .isZero();
        assertThat(namespace.silence().breaches()).contains("connections attempted: 1");
    }

    private static ProcessBuilder probe(String... args) {
        return new ProcessBuilder(Probe.command(args)).inheritIO();
    }
}
