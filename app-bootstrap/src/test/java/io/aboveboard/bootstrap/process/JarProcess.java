package io.aboveboard.bootstrap.process;

import io.aboveboard.testkit.fixture.ShortJvm;
import io.aboveboard.testkit.silence.NetworkNamespace;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** One process of the runnable jar, on the JDK of the test, with no setting but the given ones. */
final class JarProcess implements AutoCloseable {
    /** Many times what any step takes on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Output out;
    private final Output err;

    private JarProcess(Process process) {
        this.process = process;
        this.out = new Output(process.getInputStream());
        this.err = new Output(process.getErrorStream());
    }

    static JarProcess start(Map<String, String> environment, String... args) {
        return launch(command(List.of("-jar", jar()), args), environment);
    }

    /** With further arguments of the JVM. */
    static JarProcess startWith(List<String> jvm, Map<String, String> environment, String... args) {
        List<String> code = new ArrayList<>(jvm);
        code.addAll(List.of("-jar", jar()));
        return launch(command(code, args), environment);
    }

    /** With every logger of every library open, whatever the command line says. */
    static JarProcess startLoud(Map<String, String> environment, String... args) {
        List<String> code = List.of(
                "-Djava.util.logging.manager=" + LoudLogManager.class.getName(),
                "-cp",
                jar() + File.pathSeparator + Path.of("target", "test-classes"),
                "io.aboveboard.bootstrap.Main");
        return launch(command(code, args), environment);
    }

    /** As another user, by a copy of the jar that this one can read; only root can start one. */
    static JarProcess startAs(int uid, Path jar, Map<String, String> environment, String... args) {
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
        command.addAll(plain(List.of("-jar", jar.toString()), args));
        return launch(command, environment);
    }

    /** In a network that is watched. */
    static JarProcess startInside(NetworkNamespace network, Map<String, String> environment, String... args) {
        return launch(network.inside(command(List.of("-jar", jar()), args)), environment);
    }

    /** With another jar beside it on the class path. */
    static JarProcess startBeside(Path other, Map<String, String> environment, String... args) {
        return launch(
                command(List.of("-cp", jar() + File.pathSeparator + other, "io.aboveboard.bootstrap.Main"), args),
                environment);
    }

    /** By a class of the tests, which has the jar under it. */
    static JarProcess startClass(String main, Map<String, String> environment, String... args) {
        String classes = JarProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return launch(
                command(List.of("-XX:TieredStopAtLevel=1", "-cp", jar() + File.pathSeparator + classes, main), args),
                environment);
    }

    static String jar() {
        return Objects.requireNonNull(System.getProperty("aboveboard.jar"), "aboveboard.jar");
    }

    /** Which leaves an archive of the classes that it has loaded behind. */
    static JarProcess startRecording(Path archive, Map<String, String> environment, String... args) {
        return launch(plain(List.of("-XX:ArchiveClassesAtExit=" + archive, "-jar", jar()), args), environment);
    }

    private static List<String> command(List<String> code, String... args) {
        List<String> quick = new ArrayList<>(ClassArchive.options());
        quick.addAll(code);
        return plain(quick, args);
    }

    private static List<String> plain(List<String> code, String... args) {
        List<String> command = ShortJvm.command(code);
        command.addAll(List.of(args));
        return command;
    }

    private static JarProcess launch(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new JarProcess(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a command to its end. */
    static Result run(Map<String, String> environment, String... args) throws InterruptedException {
        try (JarProcess process = start(environment, args)) {
            return process.awaitEnd();
        }
    }

    /** How a process ended. */
    record Result(int exitCode, List<String> out, List<String> err, Duration took) {
        String outText() {
            return String.join("\n", out);
        }
    }

    /** The first line that begins so. */
    String awaitLine(String beginning) throws InterruptedException {
        return out.awaitLine(beginning, err);
    }

    long pid() {
        return process.pid();
    }

    List<String> out() {
        return out.lines();
    }

    List<String> err() {
        return err.lines();
    }

    /** Asks it to stop as a service manager does, and waits for the end; its last words stay readable. */
    Result terminate() throws InterruptedException {
        process.toHandle().destroy();
        return awaitEnd();
    }

    Result kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        return awaitEnd();
    }

    Result awaitEnd() throws InterruptedException {
        long began = System.nanoTime();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still runs; out: " + out.lines() + ", err: " + err.lines());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        out.awaitEnd();
        err.awaitEnd();
        return new Result(process.exitValue(), out.lines(), err.lines(), took);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The lines of one stream so far. Thread-safe. */
    private static final class Output {
        private final List<String> lines = new ArrayList<>();
        private boolean ended;

        Output(InputStream stream) {
            Thread reader = new Thread(() -> read(stream), "output");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream stream) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    add(line);
                }
            } catch (IOException closedWithTheProcess) {
                // What was read is there.
            }
            end();
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        private synchronized void end() {
            ended = true;
            notifyAll();
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }

        synchronized void awaitEnd() throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!ended && System.nanoTime() < deadline) {
                wait(100);
            }
        }

        synchronized String awaitLine(String beginning, Output other) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (lines.stream().noneMatch(line -> line.startsWith(beginning))) {
                if (ended || System.nanoTime() > deadline) {
                    throw new AssertionError(
                            "no line begins with '" + beginning + "'; out: " + lines + ", err: " + other.lines());
                }
                wait(100);
            }
            return lines.stream()
                    .filter(line -> line.startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
