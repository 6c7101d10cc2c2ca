package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentEpoch;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.consent.Surface;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link ConsentLedger} must do. */
@Proves(Promise.P14)
public interface ConsentLedgerContract {
    /**
     * The ledger under test.
     *
     * @return the same through one test; no receipt is in it at first
     */
    ConsentLedger ledger();

    /**
     * The same receipts as another process would open them.
     *
     * @return a second ledger; the first itself where the receipts live in the ledger
     */
    ConsentLedger anotherLedger();

    @Test
    default void holdsNoReceiptBeforeADecision() {
        assertThat(ledger().last()).isEmpty();
        assertThat(ledger().history()).isEmpty();
    }

    @Test
    default void givesTheReceiptOfADecision() {
        assertThat(ledger().append(SampleDecisions.yes()))
                .isEqualTo(SampleDecisions.yes().after(null));
    }

    @Test
    default void endsTheChainWithTheLastDecision() {
        ledger().append(SampleDecisions.yes());
        ConsentReceipt denial = ledger().append(SampleDecisions.no());
        assertThat(ledger().last()).hasValue(denial);
        assertThat(ledger().history()).hasSize(2).last().isEqualTo(denial);
    }

    @Test
    default void chainsEachReceiptToTheOneBefore() {
        ledger().append(SampleDecisions.yes());
        anotherLedger().append(SampleDecisions.no());
        ledger().append(SampleDecisions.yes());
        assertIsWholeChainOf(3, ledger().history());
    }

    @Test
    default void showsOthersWhatWasDecidedAtOnce() {
        assertThat(anotherLedger().last()).isEmpty();
        ConsentReceipt receipt = ledger().append(SampleDecisions.yes());
        assertThat(anotherLedger().last()).hasValue(receipt);
        assertThat(anotherLedger().history()).containsExactly(receipt);
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    default void keepsThroughWhatWasDecided(Surface surface) {
        assertKeeps(decisionOf(new Actor(surface, "")));
    }

    @Test
    default void keepsAnyTextByteForByte() {
        assertKeeps(decisionOf(Actor.api("\"Zoë\" \\ {}[]:, \uD834\uDD1E \u2028")));
    }

    @Test
    default void losesNoneOfManyDecisionsAtOnce() throws InterruptedException {
        List<ConsentReceipt> receipts = Crowd.of(
                6, number -> () -> (number % 2 == 0 ? ledger() : anotherLedger()).append(SampleDecisions.no()));
        assertIsWholeChainOf(6, ledger().history());
        assertThat(ledger().history()).containsExactlyInAnyOrderElementsOf(receipts);
    }

    @Test
    default void findsItsOwnChainIntact() {
        assertThat(ledger().verify()).isEqualTo(new ConsentChain.Intact(List.of()));
        ledger().append(SampleDecisions.yes());
        ledger().append(SampleDecisions.no());
        assertThat(anotherLedger().verify()).isEqualTo(new ConsentChain.Intact(ledger().history()));
    }

    @Test
    default void beginsAnotherChainOnceOneWasPutAside() {
        ledger().retire();
        ledger().append(SampleDecisions.yes());
        ledger().retire();
        assertThat(anotherLedger().last()).isEmpty();
        assertThat(ledger().append(SampleDecisions.no()))
                .isEqualTo(SampleDecisions.no().after(null));
    }

    @Test
    default void keepsTheChainInForceWhenThosePutAsideAreForgotten() {
        ledger().append(SampleDecisions.yes());
        ledger().retire();
        ConsentReceipt current = ledger().append(SampleDecisions.no());
        ledger().forgetRetired();
        ledger().forgetRetired();
        assertThat(anotherLedger().history()).containsExactly(current);
        ledger().retire();
        ledger().forgetRetired();
        assertThat(anotherLedger().verify()).isEqualTo(new ConsentChain.Intact(List.of()));
    }

    @Test
    default void goesOnWithTheEpochWhereAYesFollowsAYes() {
        assertThat(ledger().epoch()).isEmpty();
        ledger().append(SampleDecisions.yes());
        ledger().append(SampleDecisions.no());
        assertThat(anotherLedger().epoch()).map(ConsentEpoch::number).hasValue(2L);
        ledger().append(SampleDecisions.yes());
        ConsentReceipt again = ledger().append(SampleDecisions.yes());
        assertThat(anotherLedger().epoch()).hasValue(new ConsentEpoch(3, again));
    }

    private static ConsentDecision decisionOf(Actor actor) {
        ConsentTerms terms = new ConsentTerms("2027-01 \"draft\"", "3", "otlp.example.com");
        return new ConsentDecision(ConsentState.GRANTED, actor, Instant.parse("2027-01-31T23:59:59.999999Z"), terms);
    }

    private void assertKeeps(ConsentDecision decision) {
        ConsentReceipt receipt = ledger().append(decision);
        assertThat(receipt).isEqualTo(decision.after(null));
        assertThat(anotherLedger().last())
                .hasValue(receipt)
                .map(ConsentReceipt::hash)
                .hasValue(receipt.hash());
    }

    private static void assertIsWholeChainOf(int length, List<ConsentReceipt> chain) {
        assertThat(chain).hasSize(length);
        String previous = ConsentReceipt.NO_PREDECESSOR;
        for (int i = 0; i < length; i++) {
            assertThat(chain.get(i).sequence()).isEqualTo(i + 1L);
            assertThat(chain.get(i).previousHash()).isEqualTo(previous);
            previous = chain.get(i).hash();
        }
    }
}
