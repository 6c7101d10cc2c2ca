package io.aboveboard.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.consent.ConsentChain.Broken;
import io.aboveboard.domain.consent.ConsentChain.Intact;
import io.aboveboard.domain.consent.ConsentChain.Line;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves(Promise.P14)
class ConsentChainTest {
    private static final ConsentReceipt FIRST = Receipts.granted(Actor.admin("42"), null);
    private static final ConsentReceipt SECOND = Receipts.granted(Actor.cli(), FIRST);
    private static final ConsentReceipt THIRD = Receipts.granted(Actor.api("x"), SECOND);

    @Test
    void isIntactWhereEachReceiptFollowsFromTheOneBefore() {
        assertThat(ConsentChain.verify(List.of())).isEqualTo(new Intact(List.of()));
        assertThat(verified(FIRST, SECOND, THIRD)).isEqualTo(new Intact(List.of(FIRST, SECOND, THIRD)));
    }

    @Test
    void isBrokenWhereAReceiptIsNotWhatWasHashed() {
        List<Line> lines = new ArrayList<>(lines(FIRST, SECOND, THIRD));
        lines.set(1, new Line.Legible(THIRD, SECOND.hash()));
        assertThat(ConsentChain.verify(lines))
                .isEqualTo(new Broken(
                        List.of(FIRST), 2, "does not match its own hash, so it was changed after it was written"));
    }

    @Test
    void isBrokenWhereALineCannotBeRead() {
        List<Line> lines = List.of(new Line.Illegible("is not valid JSON"), new Line.Legible(SECOND, SECOND.hash()));
        assertThat(ConsentChain.verify(lines)).isEqualTo(new Broken(List.of(), 1, "is not valid JSON"));
    }

    @Test
    void isBrokenWhereAReceiptIsMissing() {
        assertThat(verified(SECOND))
                .isEqualTo(new Broken(List.of(), 1, "has number 2, so one is missing or out of place"));
        assertThat(verified(FIRST, THIRD))
                .isEqualTo(new Broken(List.of(FIRST), 2, "has number 3, so one is missing or out of place"));
        assertThat(verified(FIRST, FIRST))
                .isEqualTo(new Broken(List.of(FIRST), 2, "has number 1, so one is missing or out of place"));
    }

    @Test
    void isBrokenWhereAReceiptIsOfAnotherChain() {
        ConsentReceipt other = Receipts.granted(Actor.admin("43"), null);
        assertThat(verified(other, SECOND))
                .isEqualTo(new Broken(List.of(other), 2, "does not follow from the one before it"));
        ConsentReceipt rootless =
                new ConsentReceipt(1, FIRST.state(), FIRST.actor(), FIRST.at(), FIRST.terms(), FIRST.hash());
        assertThat(verified(rootless)).isEqualTo(new Broken(List.of(), 1, "does not follow from the one before it"));
    }

    private static ConsentChain verified(ConsentReceipt... receipts) {
        return ConsentChain.verify(lines(receipts));
    }

    private static List<Line> lines(ConsentReceipt... receipts) {
        List<Line> lines = new ArrayList<>();
        for (ConsentReceipt receipt : receipts) {
            lines.add(new Line.Legible(receipt, receipt.hash()));
        }
        return lines;
    }
}
