package io.aboveboard.bootstrap.process;

import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * An archive of the classes that the jar loads at {@code run}, from which a process starts with six tenths of the work. It is
 * made once for a jar and a JDK, beside the jar, by whoever needs it first.
 */
final class ClassArchive {
    private static final List<String> OPTIONS = made();

    private ClassArchive() {}

    /** What a JVM is told that runs the jar. */
    static List<String> options() {
        return OPTIONS;
    }

    private static List<String> made() {
        Path jar = Path.of(JarProcess.jar());
        try (FileChannel channel = FileChannel.open(
                        jar.resolveSibling("classes.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Path archive = jar.resolveSibling("classes-" + Runtime.version().feature() + "-"
                    + Files.getLastModifiedTime(jar).toMillis() + ".jsa");
            if (lock.isValid() && !Files.exists(archive)) {
                make(archive);
            }
            return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A JVM that was built to start without one writes none. */
    private static void make(Path archive) throws IOException, InterruptedException {
        Path unfinished = archive.resolveSibling("classes.new");
        Files.deleteIfExists(unfinished);
        Path state = Files.createTempDirectory(archive.getParent(), "classes");
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
                JarProcess process =
                        JarProcess.startRecording(unfinished, JarSettings.reportingTo(receiver, state), "run")) {
            process.awaitLine("page ");
            receiver.awaitRecords(2, JarProcess.PATIENCE);
            process.terminate();
        }
        if (Files.exists(unfinished)) {
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
