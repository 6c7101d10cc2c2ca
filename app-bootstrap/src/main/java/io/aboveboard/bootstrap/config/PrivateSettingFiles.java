package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.sink.otlp.config.SettingFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/**
 * Reads the files that settings name. One that holds a secret must be closed to others, except where container runtimes
 * put secrets: there they choose the mode.
 */
final class PrivateSettingFiles implements SettingFiles {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final List<Path> OF_RUNTIMES = List.of(Path.of("/run/secrets"), Path.of("/var/run/secrets"));
    private static final Set<PosixFilePermission> OPEN =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    @Override
    public byte[] read(String path, boolean secret) throws IOException {
        Path file = pathOf(path);
        if (!Files.isRegularFile(file)) {
            throw new IOException(Files.exists(file) ? "it is not a file" : "there is no such file");
        }
        if (secret) {
            requireClosed(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new IOException("it is larger than " + MAX_BYTES + " bytes");
            }
            return content;
        }
    }

    private static Path pathOf(String path) throws IOException {
        try {
            return Path.of(path);
        } catch (InvalidPathException notAPath) {
            throw new IOException("it is not a path", notAPath);
        }
    }

    private static void requireClosed(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || OF_RUNTIMES.stream().anyMatch(file.toAbsolutePath().normalize()::startsWith)) {
            return;
        }
        if (view.readAttributes().permissions().stream().anyMatch(OPEN::contains)) {
            throw new IOException("others can read or change it; run chmod 600 on it");
        }
    }
}
