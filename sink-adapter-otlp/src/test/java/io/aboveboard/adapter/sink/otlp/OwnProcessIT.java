package io.aboveboard.adapter.sink.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.fixture.ShortJvm;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class OwnProcessIT {
    private static final Path STRACE = Path.of("/usr/bin/strace");

    private final RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    @Proves(Promise.P7)
    void leavesTheProcessFreeToEndAndItsOutputEmpty(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");

        assertThat(run(output, List.of())).isZero();

        assertThat(output).isEmptyFile();
        assertThat(receiver.records()).hasSize(1);
    }

    @Test
    @Proves(Promise.P13)
    void sendsWithoutWaitingToFillAPacket(@TempDir Path folder) throws Exception {
        requireTracing();
        Path calls = folder.resolve("calls");

        int exit = run(
                folder.resolve("output"),
                List.of(STRACE.toString(), "-f", "-e", "trace=setsockopt", "-o", calls.toString()));

        assertThat(exit).isZero();
        assertThat(calls).content().contains("TCP_NODELAY, [1]");
    }

    /** Where nobody may trace, the test is skipped and says why. */
    private static void requireTracing() throws InterruptedException {
        String refusal = refusalToTrace();
        if (!refusal.isEmpty()) {
            String reason = "skipped, because no socket option can be seen here: " + refusal;
            System.out.println(reason);
            Assumptions.abort(reason);
        }
    }

    private static String refusalToTrace() throws InterruptedException {
        try {
            Process traced = new ProcessBuilder(STRACE.toString(), "-o", "/dev/null", "true")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(traced.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return traced.waitFor() == 0 ? "" : said.strip();
        } catch (IOException missing) {
            return String.valueOf(missing.getMessage());
        }
    }

    private int run(Path output, List<String> under) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(under);
        command.addAll(ShortJvm.command("-cp", System.getProperty("java.class.path"), OneDelivery.class.getName()));
        command.add(receiver.baseEndpoint().toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("it ends by itself")
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
