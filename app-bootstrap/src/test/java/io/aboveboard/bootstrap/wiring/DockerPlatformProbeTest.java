package io.aboveboard.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.port.PlatformProbe;
import io.aboveboard.testkit.contract.PlatformProbeContract;
import io.aboveboard.testkit.fake.FixedPlatformProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerPlatformProbeTest implements PlatformProbeContract {
    private static final Platform MACHINE = new Platform("Linux", "6.1", "x86_64", "de_AT", "Europe/Vienna", "native");

    private Path mark;
    private PlatformProbe probe;

    @BeforeEach
    void lookForAMark(@TempDir Path root) {
        mark = root.resolve(".dockerenv");
        probe = new DockerPlatformProbe(
                new FixedPlatformProbe(MACHINE), List.of(root.resolve("run/.containerenv"), mark));
    }

    @Override
    public PlatformProbe probe() {
        return probe;
    }

    @Test
    void leavesAMachineAsItIs() {
        assertThat(probe.probe()).isEqualTo(MACHINE);
    }

    @Test
    void knowsAContainerByItsMark() throws IOException {
        Files.createFile(mark);

        assertThat(probe.probe()).isEqualTo(new Platform("Linux", "6.1", "x86_64", "de_AT", "Europe/Vienna", "docker"));
    }
}
