package io.aboveboard.bootstrap.wiring;

import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.port.PlatformProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells what another probe tells, and knows a container by the file that Docker and Podman put into it. Thread-safe. */
final class DockerPlatformProbe implements PlatformProbe {
    static final List<Path> MARKS = List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));

    private final PlatformProbe machine;
    private final List<Path> marks;

    DockerPlatformProbe(PlatformProbe machine, List<Path> marks) {
        this.machine = machine;
        this.marks = List.copyOf(marks);
    }

    @Override
    public Platform probe() {
        Platform seen = machine.probe();
        return marks.stream().anyMatch(Files::exists) ? inDocker(seen) : seen;
    }

    private static Platform inDocker(Platform seen) {
        return new Platform(
                seen.platform(), seen.osVersion(), seen.architecture(), seen.locale(), seen.timezone(), "docker");
    }
}
