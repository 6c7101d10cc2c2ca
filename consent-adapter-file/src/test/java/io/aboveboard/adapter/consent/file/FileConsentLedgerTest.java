package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Proves(Promise.P14)
final class FileConsentLedgerTest {
    private final StateFolder folder;
    private final Path file;
    private final FileConsentLedger ledger;

    FileConsentLedgerTest(@TempDir Path root) {
        this.folder = new StateFolder(root.resolve("state"));
        this.file = folder.telemetry("consent.jsonl");
        this.ledger = folder.store().ledger();
    }

    @Test
    void writesALineThatCanBeCheckedWithoutThisProject() throws IOException {
        ConsentReceipt receipt = ledger.append(SampleDecisions.yes());
        assertThat(Files.readString(file))
                .isEqualTo("{\"sequence\":1,\"state\":\"granted\",\"surface\":\"admin\","
                        + "\"actor\":\"42\",\"at\":\"2027-03-01T09:30:00Z\",\"text_version\":\"1\",\"schema_version\":\"1\","
                        + "\"recipient\":\"otlp.example.com\",\"previous_hash\":\"" + "0".repeat(64) + "\",\"hash\":\""
                        + receipt.hash() + "\"}\n");
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "granted|denied|does not match its own hash",
                "\"actor\":\"42\"|\"actor\":\"43\"|does not match its own hash",
                "otlp.example.com|otlp.example.org|does not match its own hash",
                "\"sequence\":2|\"sequence\":3|does not match its own hash",
                "\"sequence\":2|\"sequence\":\"2\"|has no sequence number",
                "\"surface\":\"admin\"|\"surface\":\"nobody\"|names a surface that is not known",
                "\"state\":\"granted\"|\"state\":\"perhaps\"|holds a value that no receipt has",
                "\"at\":\"2027|\"at\":\"once|holds a value that no receipt has",
                "\"actor\":\"42\",||has no actor",
                "{\"sequence\"|{\"sequence|is not valid JSON",
                "\"sequence\":2|\"sequence\":2,\"sequence\":2|is not valid JSON",
                "\"}|\"}{}|is not valid JSON"
            },
            quoteCharacter = '^')
    void saysWhichLineIsBroken(String from, String to, String what) throws IOException {
        List<String> lines = threeLines();
        String broken = lines.get(1).replace(from, to == null ? "" : to);
        assertThat(broken).isNotEqualTo(lines.get(1));
        write(lines.get(0), broken, lines.get(2));
        assertBroken(2, what);
    }

    @Test
    void noticesAReceiptThatIsGone() throws IOException {
        List<String> lines = threeLines();
        write(lines.get(0), lines.get(2));
        assertBroken(2, "has number 3, so one is missing");
        write(lines.get(1), lines.get(2));
        assertBroken(1, "has number 2, so one is missing");
    }

    @Test
    void noticesAReceiptOfAnotherChain() throws IOException {
        List<String> lines = threeLines();
        Files.delete(file);
        ledger.append(SampleDecisions.yes());
        String other = Files.readString(file).strip();
        write(other, lines.get(1));
        assertBroken(2, "does not follow from the one before");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 200})
    void passesOverALastLineThatWasCutShort(int length) throws IOException {
        List<String> lines = threeLines();
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1).substring(0, length));
        assertThat(ledger.history()).hasSize(1);
        ConsentReceipt next = ledger.append(SampleDecisions.no());
        assertThat(ledger.history()).hasSize(2).last().isEqualTo(next);
        assertThat(Files.readString(file)).startsWith(lines.get(0) + "\n").endsWith("}\n");
    }

    @Test
    void doesNotTakeAWholeLineWithoutItsBreakForAcknowledged() throws IOException {
        List<String> lines = threeLines();
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1));
        assertThat(ledger.last()).map(ConsentReceipt::sequence).hasValue(1L);
    }

    @Test
    void appendsNothingToABrokenChain() throws IOException {
        write("{}");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> ledger.append(SampleDecisions.no())).isInstanceOf(ConsentLedgerException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void refusesWhatCannotBeReadRatherThanTakeItForNothing() throws IOException {
        Files.createDirectories(file);
        assertThatThrownBy(ledger::last)
                .isInstanceOf(ConsentLedgerException.class)
                .hasMessageContaining("no regular file");
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        ledger.append(SampleDecisions.no());
        Files.delete(file);
        Files.createSymbolicLink(file, folder.root().resolve("gone"));
        assertThatThrownBy(ledger::last).isInstanceOf(ConsentLedgerException.class);
        assertThatThrownBy(() -> ledger.append(SampleDecisions.no())).isInstanceOf(ConsentLedgerException.class);
        assertThat(folder.root().resolve("gone")).doesNotExist();
    }

    @Test
    void refusesAReceiptThatWouldNotBeReadAgain() {
        ConsentTerms endless = new ConsentTerms("v".repeat(70_000), "1", "otlp.example.com");
        ConsentDecision decision =
                new ConsentDecision(ConsentState.GRANTED, Actor.cli(), SampleInstallation.NOW, endless);
        assertThatThrownBy(() -> ledger.append(decision)).hasMessageContaining("too long");
        assertThat(ledger.history()).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLong() throws IOException {
        ledger.append(SampleDecisions.no());
        try (var opened = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            opened.position(17L * 1024 * 1024);
            opened.write(StandardCharsets.US_ASCII.encode("x"));
        }
        assertThatThrownBy(ledger::last).hasMessageContaining("more than 16777216 bytes");
    }

    private List<String> threeLines() throws IOException {
        ledger.append(SampleDecisions.no());
        ledger.append(SampleDecisions.yes());
        ledger.append(SampleDecisions.no());
        return Files.readAllLines(file);
    }

    private void write(String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private void assertBroken(int line, String what) {
        assertThatThrownBy(ledger::history)
                .isInstanceOf(ConsentLedgerException.class)
                .hasMessageContaining(file + ", line " + line + ": the receipt " + what)
                .hasMessageContaining("restore the file from a backup");
        assertThatThrownBy(ledger::last).isInstanceOf(ConsentLedgerException.class);
    }
}
