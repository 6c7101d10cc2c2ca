package io.aboveboard.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.port.TelemetryMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    private static final Pattern FOLDER = Pattern.compile("(?m)^ {3}state +(\\S+)");
    private static final Pattern ENDPOINT = Pattern.compile("GRAFANA_OTLP_ENDPOINT=(\\S+)");
    private static final Demo.Stop NEVER_ASKED = () -> {
        throw new AssertionError("the demo waits for a person who is not there");
    };

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsTheWholeStoryOnceAlsoWhereASwitchIsSet() throws IOException {
        int exit = run(new Demo(Map.of("DO_NOT_TRACK", "1", "TELEMETRY_LAYERS", ""), NEVER_ASKED), true);

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(masked(out.toString())).isEqualToNormalizingNewlines(golden("demo-once.txt"));
        assertThat(masked(out.toString()).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(folder()).doesNotExist();
    }

    @Test
    void letsThePersonTryUntilTheStopAndShowsWhatArrives(@TempDir Path other) {
        Demo.Stop person = () -> {
            assertThat(folder()).isDirectory();
            try (Aboveboard service = Stage.set(other, endpoint(), TelemetryMonitor.noop())) {
                service.flush(Duration.ofSeconds(10));
            }
        };

        int exit = run(new Demo(Map.of(), person), false);

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(afterTheInvitation()).contains("received  base_telemetry.heartbeat", "base layer", "install_id");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void saysWhatDidNotHappenAsToldAndFails() {
        int exit = run(new Demo(Map.of(), NEVER_ASKED, Duration.ZERO), true);

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("demo: this did not happen as told: expected base_telemetry.first_seen within 0 ms");
        assertThat(out.toString()).doesNotContain("as told");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void isShownInTheReadmeAsItIsTold() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String shown = readme.substring(
                readme.indexOf("<!-- transcript -->\n```\n") + 24, readme.indexOf("\n```\n<!-- /transcript -->"));

        String told = golden("demo-once.txt")
                .lines()
                .filter(line -> !line.contains("DO_NOT_TRACK"))
                .collect(Collectors.joining("\n"));
        assertThat(masked(shown).strip()).isEqualTo(told.strip());
    }

    private int run(Demo demo, boolean once) {
        return demo.run(once, new PrintWriter(out), new PrintWriter(err));
    }

    private Path folder() {
        return Path.of(found(FOLDER));
    }

    private URI endpoint() {
        return URI.create(found(ENDPOINT));
    }

    private String afterTheInvitation() {
        return out.toString().substring(out.toString().indexOf("Ctrl-C ends it"));
    }

    private String found(Pattern pattern) {
        return pattern.matcher(out.toString())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** What differs from one machine, or one start, to the next; each keeps its place. */
    private static String masked(String text) {
        String masked = text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("(?m)^( {3}state +)\\S+", "$1FOLDER")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
                .replaceAll("[0-9a-f]{16}\\.\\.\\.", "HASH");
        return Pattern.compile("(?m)^( +(?:architecture|deployment_\\w+|locale|os_version|platform|timezone) +)\\S.*$")
                .matcher(masked)
                .replaceAll((MatchResult match) -> match.group(1) + "MACHINE");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DemoIT.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
