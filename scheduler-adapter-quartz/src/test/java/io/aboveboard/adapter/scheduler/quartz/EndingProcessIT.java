package io.aboveboard.adapter.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.fixture.ShortJvm;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingProcessIT {
    @Fault("F6")
    @Proves(Promise.P7)
    @Test
    void endsByItselfWhenMainEnds(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = start(output);

        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(ended).as("ended by itself").isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(output, StandardCharsets.UTF_8).strip()).isEqualTo(EndingProcess.LAST_WORD);
    }

    private static Process start(Path output) throws IOException {
        return new ProcessBuilder(ShortJvm.command("-cp", ClassPath.all(), EndingProcess.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
