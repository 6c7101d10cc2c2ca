package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever others call their events, a line of the log is one line of the log. */
@Tag("thorough")
@Fault("H8")
class LogLinesIT {
    private static final String LINE =
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d (SEVERE|WARNING|INFO|CONFIG|FINE|FINER|FINEST) \\P{Cntrl}*";

    /** As they stand in JSON. */
    private static final List<String> NAMES = List.of(
            "a\\r\\n2027-01-01T00:00:00+00:00 WARNING forged",
            "a\\u001b[2J\\u001b[31mred",
            "a\\u0000b",
            "a\\u202eb\\u2066c",
            "a\\u2028b\\u0085c",
            "base_telemetry.first_seen\\nforged");

    @Test
    void staysOneLineEach(@TempDir Path folder) throws Exception {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start()) {
            Map<String, String> settings = JarSettings.reportingTo(receiver, folder);
            try (RunningJar run = RunningJar.of(JarProcess.startLoud(settings, "run", "--debug"), settings)) {
                run.grant();
                for (String name : NAMES) {
                    send(run, name);
                }
                List<String> lines = run.process().terminate().err();

                assertThat(lines).anyMatch(line -> line.contains("FINE"));
                assertThat(lines)
                        .allMatch(line -> line.startsWith("aboveboard: ") || line.matches(LINE) || isTrace(line));
                assertThat(lines).noneMatch(line -> line.startsWith("2027-01-01") || line.contains("\u001b"));
            }
        }
    }

    private static void send(RunningJar run, String name) throws Exception {
        String property = "\"properties\":{\"" + name + "\":\"" + name + "\"}";
        assertThat(run.post(
                                "/v1/events",
                                "{\"events\":[{\"name\":\"" + name + "\"},{\"name\":\"a.b\"," + property + "}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(run.post(
                                "/v1/logs",
                                "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"eventName\":\"" + name
                                        + "\"}]}]}]}")
                        .statusCode())
                .isEqualTo(200);
    }

    /** What a developer asked for by opening the log; newer JVMs add where they were told to end. */
    private static boolean isTrace(String line) {
        return line.matches("((Caused by|\tSuppressed): )?[\\w.$]+(Exception|Error|Throwable)\\b.*"
                + "|\tat [\\w.$/]+\\([\\w.: ]+\\)"
                + "|\t\\.\\.\\. \\d+ more");
    }
}
