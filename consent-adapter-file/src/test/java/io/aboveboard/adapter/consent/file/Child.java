package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.testkit.fixture.ShortJvm;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another process, talked to line by line; it does not outlive its test. */
final class Child implements Closeable {
    private static final int SECONDS = 60;

    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private Child(List<String> command) {
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        output = process.inputReader(StandardCharsets.UTF_8);
        input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** The host in Python, on a file. */
    static Child host(Path script, StateFolder folder) throws IOException {
        try (var code = Child.class.getResourceAsStream("host.py")) {
            Files.copy(Objects.requireNonNull(code), script);
        }
        return new Child(
                List.of("python3", script.toString(), folder.installation().toString()));
    }

    /** A JVM that uses a state folder. */
    static Child jvm(StateFolder folder, String... arguments) {
        return new Child(command(List.of(), classPath(), folder, arguments));
    }

    /** A JVM that uses a state folder as another user; only root can start one. */
    static Child jvmOf(int uid, Path classes, StateFolder folder, String... arguments) throws IOException {
        List<String> user = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
        return new Child(command(user, readableCopies(classes), folder, arguments));
    }

    private static List<String> command(
            List<String> prefix, List<Path> classPath, StateFolder folder, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(ShortJvm.command("-Xmx64m", "-cp"));
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(StoreProcess.class.getName());
        command.add(folder.root().toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** What the adapter needs, and no more: neither a test library nor what else stands on the class path here. */
    private static List<Path> classPath() {
        return Stream.of(
                        StoreProcess.class,
                        FileInstallationStore.class,
                        InstallationStore.class,
                        ObjectMapper.class,
                        JsonParser.class,
                        neededByJackson())
                .map(Child::placeOf)
                .toList();
    }

    /** By its name: no code here depends on that library itself. */
    private static Class<?> neededByJackson() {
        try {
            return Class.forName("com.fasterxml.jackson.annotation.JsonProperty");
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> readableCopies(Path into) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path place : classPath()) {
            Path copy = into.resolve(copies.size() + "-" + place.getFileName());
            copyTree(place, copy);
            copies.add(copy);
        }
        return copies;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(from)) {
            paths = all.toList();
        }
        for (Path path : paths) {
            Path copy = to.resolve(from.relativize(path).toString());
            Files.copy(path, copy);
            String rights = Files.isDirectory(copy) ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString(rights));
        }
    }

    long pid() {
        return process.pid();
    }

    /** The next line it prints. */
    String line() {
        try {
            String line = output.readLine();
            assertThat(line).as("a line of process %d", pid()).isNotNull();
            return line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Tells it something. */
    void tell(String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Tells it something and waits for its answer. */
    String ask(String line) {
        tell(line);
        return line();
    }

    /** Waits until it ends by itself, without a complaint. */
    void ends() {
        try {
            input.close();
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
            assertThat(process.exitValue()).isZero();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Kills it at once, as SIGKILL does, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("killed").isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
