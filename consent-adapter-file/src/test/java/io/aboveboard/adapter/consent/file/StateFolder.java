package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A state folder as tests and the host see it: as files. */
record StateFolder(Path root) {
    Path installation() {
        return root.resolve("installation.json");
    }

    Path telemetry(String name) {
        return root.resolve("telemetry").resolve(name);
    }

    FileInstallationStore store() {
        return FileInstallationStore.in(root);
    }

    FileInstallationStore store(Disk disk) {
        return new FileInstallationStore(root, disk, duration -> {});
    }

    StateFolder holding(String text) {
        return holding(text.getBytes(StandardCharsets.UTF_8));
    }

    StateFolder holding(byte[] content) {
        try {
            Files.createDirectories(root);
            Files.write(installation(), content);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytesOf(installation());
    }

    static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Installation found() {
        return found(store().read());
    }

    static Installation found(InstallationReading reading) {
        assertThat(reading).isInstanceOf(InstallationReading.Found.class);
        return ((InstallationReading.Found) reading).installation();
    }

    static InstallationReading.Unreadable unreadable(InstallationReading reading) {
        assertThat(reading).isInstanceOf(InstallationReading.Unreadable.class);
        return (InstallationReading.Unreadable) reading;
    }

    /** Every path below, relative, so that a test sees what was created. */
    List<String> contents() {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> !path.equals(root))
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String modeOf(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
