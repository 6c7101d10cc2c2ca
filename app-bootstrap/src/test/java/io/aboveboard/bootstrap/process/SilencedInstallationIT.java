package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill switch on an installation that has said yes, and has something waiting to be sent. */
@Tag("thorough")
@Proves(Promise.P5)
class SilencedInstallationIT {
    private static final Map<String, String> SWITCHES =
            Map.of("DO_NOT_TRACK", "1", "OTEL_SDK_DISABLED", "true", "TELEMETRY_LAYERS", "none");

    @Test
    void isLeftAsItIsWithAllThatIsWaiting(@TempDir Path folder) throws Exception {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start()) {
            Map<String, String> settings = JarSettings.reportingTo(receiver, folder);
            receiver.answerAlways(OtlpAnswer.status(503));
            try (RunningJar run = RunningJar.start(settings)) {
                run.grant();
                run.post("/v1/events", "{\"events\":[{\"name\":\"order.placed\",\"user_id\":42}]}");
                run.process().terminate();
            }
            Map<String, String> before = contents(folder);
            assertThat(before.values()).anyMatch(content -> content.contains(hex("order.placed")));
            int connections = receiver.connections();
            receiver.answerAlways(OtlpAnswer.accepted());
            for (Map.Entry<String, String> on : SWITCHES.entrySet()) {
                Map<String, String> off = JarSettings.with(settings, on.getKey(), on.getValue());
                try (JarProcess run = JarProcess.start(off, "run")) {
                    run.awaitLine("everything is off: " + on.getKey());
                    run.awaitLine("page ");
                    assertThat(run.terminate().exitCode()).isZero();
                }
                assertThat(contents(folder)).as(on.getKey()).isEqualTo(before);
            }
            assertThat(receiver.connections()).isEqualTo(connections);
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.toList()) {
                String what = Files.isRegularFile(path) ? hex(Files.readAllBytes(path)) : "folder";
                contents.put(path.toString(), Files.getLastModifiedTime(path) + " " + what);
            }
        }
        return contents;
    }

    private static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(content);
    }
}
