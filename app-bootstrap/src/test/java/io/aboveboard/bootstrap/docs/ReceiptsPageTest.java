package io.aboveboard.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentExport;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program that the page on receipts shows, which knows nothing of this project, checks what this project exports. */
@Proves(Promise.P14)
@Fault("E9")
class ReceiptsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "receipts.md");

    @Test
    void theProgramOnThePageFindsAnExportIntact() throws Exception {
        List<ConsentReceipt> receipts = chain();

        assertThat(checked(exported(receipts)))
                .isEqualTo("intact: 3 receipts, the last hash is "
                        + receipts.get(2).hash());
    }

    @Test
    void theProgramOnThePageFindsAnEmptyExportIntact() throws Exception {
        assertThat(checked(exported(List.of()))).startsWith("intact: 0 receipts");
    }

    @ParameterizedTest
    @CsvSource({
        "denied,granted,receipt 2 was changed",
        "otlp.example.com,otlp.example.org,receipt 1 was changed",
        "\"sequence\": 3,\"sequence\": 4,receipt 3 does not follow",
        "09:30:00Z,09:30:01Z,receipt 1 was changed"
    })
    void theProgramOnThePageFindsWhatWasChanged(String from, String to, String verdict) throws Exception {
        String document = exported(chain());

        assertThat(document).contains(from);
        assertThat(checked(document.replace(from, to))).startsWith(verdict);
    }

    @Test
    void showsTheTextThatIsHashed() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("1:1,7:GRANTED,5:admin,2:42,20:" + SampleInstallation.NOW
                        + ",1:1,1:1,16:otlp.example.com,64:0000");
    }

    private static List<ConsentReceipt> chain() {
        Actor awkward = Actor.api("\"Zoë\" \\ {}[]:, \uD834\uDD1E \u2028 \uD800");
        ConsentTerms terms = new ConsentTerms("2027-01 \"draft\"", "3", "");
        ConsentReceipt first = SampleDecisions.yes().after(null);
        ConsentReceipt second = SampleDecisions.no().after(first);
        Instant later = Instant.parse("2027-03-02T09:30:00.125Z");
        ConsentReceipt third = new ConsentDecision(ConsentState.GRANTED, awkward, later, terms).after(second);
        return List.of(first, second, third);
    }

    private static String exported(List<ConsentReceipt> receipts) {
        return ConsentExport.of(SampleInstallation.ID, new ConsentChain.Intact(receipts), SampleInstallation.NOW);
    }

    private static String checked(String document) throws IOException, InterruptedException {
        Process python = new ProcessBuilder("python3", "-c", program())
                .redirectErrorStream(true)
                .start();
        try (OutputStream input = python.getOutputStream()) {
            input.write(document.getBytes(StandardCharsets.US_ASCII));
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(python.waitFor() == 0).as(said).isEqualTo(said.startsWith("intact"));
        return said;
    }

    private static String program() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf("```python\n") + 10, page.indexOf("\n```\n<!-- /verify -->"));
    }
}
