package io.aboveboard.bootstrap.architecture.canary.domain.memory;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the disk. */
public final class ReadsAFile {
    boolean exists(Path path) {
        return Files.exists(path);
    }
}
