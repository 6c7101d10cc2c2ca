package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is the matter, and what to do about it. */
@Tag("thorough")
@Proves(Promise.P13)
class DoctorIT extends ReportingService {

    @Test
    void isContentWhereEverythingIsInOrder() throws Exception {
        JarProcess.Result examined = JarProcess.run(settings, "doctor", "--json");

        assertThat(examined.exitCode()).as(examined.outText()).isZero();
        assertThat(outcomes(examined)).doesNotContain("failed");
        assertThat(receiver.records()).isEmpty();
    }

    @Test
    @Fault("C5")
    void saysWhatToDoAboutCredentialsThatAreRefused() throws Exception {
        receiver.answerAlways(OtlpAnswer.status(401));

        JarProcess.Result examined = JarProcess.run(settings, "doctor", "--json");

        assertThat(examined.exitCode()).isEqualTo(1);
        JsonNode failed = failed(examined);
        assertThat(failed.path("subject").asText()).isEqualTo("credentials");
        assertThat(failed.path("observation").asText()).contains("401");
        assertThat(failed.path("remedy").asText()).contains("logs:write");
        assertThat(examined.outText()).doesNotContain("secret");
    }

    @Test
    @Fault("C12")
    void saysWhatToDoAboutAReceiverThatIsAway() throws Exception {
        receiver.close();

        JarProcess.Result examined = JarProcess.run(settings, "doctor", "--json");

        assertThat(examined.exitCode()).isEqualTo(1);
        assertThat(failed(examined).path("observation").asText()).contains("refused");
        assertThat(failed(examined).path("remedy").asText()).isNotEmpty();
        JarProcess.Result shown = JarProcess.run(settings, "doctor");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.out()).anyMatch(line -> line.startsWith("failed")).anyMatch(line -> line.contains("-> "));
    }

    @Test
    void saysWhatToDoAboutAFolderThatIsNone() throws Exception {
        Path file = Files.createFile(folder.resolve("occupied"));

        JarProcess.Result examined = JarProcess.run(
                JarSettings.with(settings, "INSTALLATION_CONFIG_DIR", file.toString()), "doctor", "--json");

        assertThat(examined.exitCode()).isEqualTo(1);
        JsonNode failed = failed(examined);
        assertThat(failed.path("subject").asText()).isEqualTo("folder");
        assertThat(failed.path("observation").asText()).contains(file + " is a file");
        assertThat(failed.path("remedy").asText()).contains("INSTALLATION_CONFIG_DIR");
        assertThat(Files.size(file)).isZero();
    }

    private static JsonNode failed(JarProcess.Result examined) throws Exception {
        return findings(examined).stream()
                .filter(finding -> finding.path("outcome").asText().equals("failed"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> outcomes(JarProcess.Result examined) throws Exception {
        return findings(examined).stream()
                .map(finding -> finding.path("outcome").asText())
                .toList();
    }

    private static List<JsonNode> findings(JarProcess.Result examined) throws Exception {
        JsonNode array = new ObjectMapper().readTree(examined.outText()).path("findings");
        assertThat(array).isNotEmpty();
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
