package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.consent.Actor;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenTelemetry SDK for JavaScript is a client like any other: refused before a yes, taken after it. */
@Tag("thorough")
class JavaScriptClientIT {
    private static final Path FOLDER = Path.of("src", "test", "js");

    @BeforeAll
    static void needsItsPackages() {
        boolean isInstalled = Files.isDirectory(FOLDER.resolve("node_modules"));
        if (!isInstalled) {
            System.err.println(
                    "SKIPPED: the OpenTelemetry SDK for JavaScript is not installed; run npm ci in " + FOLDER);
        }
        Assumptions.assumeTrue(isInstalled, "run npm ci in " + FOLDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "protobuf"})
    @Proves(Promise.P1)
    void sendsBeforeAndAfterAYes(String encoding) throws Exception {
        try (WireBench bench = WireBench.start()) {
            String before = send(bench, encoding);
            bench.aboveboard().consent().grant(Actor.cli());
            String after = send(bench, encoding);

            // A partial success is one to the SDK: it must not send again.
            assertThat(before).isEqualTo("[{\"code\":0,\"error\":\"\"}]");
            assertThat(after).isEqualTo("[{\"code\":0,\"error\":\"\"}]");
            assertThat(Collections.frequency(bench.arrived(), "order.placed")).isEqualTo(1);
            assertThat(bench.records())
                    .filteredOn(record -> record.eventName().equals("order.placed"))
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.identity()).isEqualTo("42");
                        assertThat(record.attributes())
                                .containsEntry("items", 3L)
                                .doesNotContainKey("user.id");
                    });
        }
    }

    private static String send(WireBench bench, String encoding) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "client.mjs", bench.server().address() + "/v1/logs", encoding, "7")
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(node.waitFor()).isZero();
        return said;
    }
}
