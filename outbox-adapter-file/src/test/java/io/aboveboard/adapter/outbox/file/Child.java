package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.ShortJvm;
import io.aboveboard.testkit.marks.Fault;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM with an outbox, heard line by line; it does not outlive its test. */
final class Child implements Closeable {
    private static final int SECONDS = 60;

    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(List<String> prefix, Path stateDir, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(ShortJvm.command("-Xmx64m", "-cp"));
        command.add(classPath());
        command.add(OutboxProcess.class.getName());
        command.add(stateDir.toString());
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private static String classPath() {
        return Stream.of(OutboxProcess.class, FileOutbox.class, Outbox.class, Clearances.class, Fault.class)
                .map(Child::placeOf)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Its next lines, at most so many; fewer if it ends. */
    List<String> lines(int atMost) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < atMost) {
            String line = output.readLine();
            if (line == null) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    /** Kills it without closing the pipe, and returns what it had still said. A last line without its end was not said. */
    List<String> kill() throws IOException {
        StringBuilder rest = new StringBuilder();
        process.toHandle().destroyForcibly();
        for (int character = output.read(); character >= 0; character = output.read()) {
            rest.append((char) character);
        }
        awaitEnd();
        int end = rest.lastIndexOf("\n");
        return end < 0 ? List.of() : rest.substring(0, end).lines().toList();
    }

    void awaitEnd() {
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
