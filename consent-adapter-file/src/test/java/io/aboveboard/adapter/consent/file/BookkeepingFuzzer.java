package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.installation.Installation;
import java.time.LocalDate;

/**
 * Holds any bytes against what the readers of receipts and milestones promise: they understand them or say why not, and what
 * they understood is written and read again as the same. Entered by tests with kept seeds, and by the fuzzer of the profile
 * {@code fuzz}.
 */
public final class BookkeepingFuzzer {
    private static final LocalDate BEAT = LocalDate.of(2027, 3, 1);

    private BookkeepingFuzzer() {}

    /** The name by which the fuzzer finds it. */
    public static void fuzzerTestOneInput(byte[] content) {
        receipts(content);
        milestones(content);
    }

    static ConsentChain receipts(byte[] content) {
        ReceiptChain read = ReceiptChain.of(content);
        assertThat(read.length()).isBetween(0, content.length);
        if (read.chain() instanceof ConsentChain.Broken broken) {
            assertThat(broken.line()).isEqualTo(broken.receipts().size() + 1);
            assertThat(broken.why()).isNotBlank();
        }
        for (ConsentReceipt receipt : read.chain().receipts()) {
            assertThat(ReceiptJson.read(ReceiptJson.write(receipt)))
                    .isEqualTo(new ConsentChain.Line.Legible(receipt, receipt.hash()));
        }
        return read.chain();
    }

    static void milestones(byte[] content) {
        try {
            JsonObjectText text = JsonObjectText.of("fuzzed", content);
            check(text, MilestonesJson.read(text, Installation.blank()));
        } catch (UnreadableFileException refused) {
            assertThat(refused.where()).startsWith("fuzzed");
            assertThat(refused.why()).isNotBlank();
        }
    }

    private static void check(JsonObjectText text, Installation read) throws UnreadableFileException {
        Installation beaten = read.withLastBeat(BEAT);
        JsonObjectText written = MilestonesJson.write(text, read, beaten);
        assertThat(MilestonesJson.read(written, Installation.blank())).isEqualTo(beaten);
    }
}
