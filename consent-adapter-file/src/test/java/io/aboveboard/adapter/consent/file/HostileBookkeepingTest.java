package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Receipts and milestones that were cut, changed, put into another order or written twice. {@code -Dfuzz.rounds} tries more
 * than every build, and {@code -Dfuzz.seed} says where to begin.
 */
final class HostileBookkeepingTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 300);
    private static final long FIRST = Long.getLong("fuzz.seed", 20270301);
    private static final List<ConsentReceipt> RECEIPTS = receipts();
    private static final String MILESTONES = """
            {
              "install_ping_sent_at": "2027-03-01T09:30:00+00:00",
              "notice_shown_at": "2027-03-01T09:30:00.5+00:00",
              "last_beat_on": "2027-03-01",
              "known_install_id": "3f1c9a52-7b1e-4c55-9b0e-6a1d2c3b4a5f"
            }""";

    private static List<ConsentReceipt> receipts() {
        List<ConsentReceipt> chain = new ArrayList<>();
        ConsentReceipt last = null;
        for (ConsentDecision decision :
                List.of(SampleDecisions.yes(), SampleDecisions.no(), SampleDecisions.yes(), SampleDecisions.no())) {
            last = decision.after(last);
            chain.add(last);
        }
        return chain;
    }

    /** Whatever is done to the file, what it still proves was decided in this order, and from the first on. */
    @Test
    @Proves(Promise.P14)
    void provesNothingOfReceiptsThatWereTamperedWith() {
        seeds().forEach(seed -> {
            ConsentChain chain = BookkeepingFuzzer.receipts(tampered(new Random(seed)));
            int proved = chain.receipts().size();
            assertThat(chain.receipts()).as("seed %d", seed).isEqualTo(RECEIPTS.subList(0, proved));
        });
    }

    @Test
    @Proves(Promise.P4)
    void understandsAnyMilestonesOrSaysWhyNot() {
        byte[] whole = MILESTONES.getBytes(StandardCharsets.UTF_8);
        seeds().forEach(seed -> BookkeepingFuzzer.milestones(scrambled(whole, new Random(seed))));
    }

    private static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + 10L * ROUNDS);
    }

    private static byte[] tampered(Random random) {
        List<String> lines =
                new ArrayList<>(RECEIPTS.stream().map(ReceiptJson::write).toList());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(random.nextInt(lines.size()));
            case 1 -> Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
            case 2 -> lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
            default -> lines.add("");
        }
        byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return scrambled(content, random);
    }

    /** Up to two bytes are others, and one in three is cut. */
    private static byte[] scrambled(byte[] whole, Random random) {
        byte[] content = whole.clone();
        for (int change = random.nextInt(3); change > 0; change--) {
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(3) > 0 ? content : Arrays.copyOf(content, random.nextInt(content.length + 1));
    }
}
