package io.aboveboard.domain.consent;

import static io.aboveboard.domain.consent.ConsentState.DENIED;
import static io.aboveboard.domain.consent.ConsentState.GRANTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Proves(Promise.P14)
class ConsentReceiptTest {
    private static final Actor ACTOR = Actor.admin("42");
    private static final Instant AT = Receipts.NOW;
    private static final ConsentTerms TERMS = Receipts.TERMS;
    private static final String NONE = ConsentReceipt.NO_PREDECESSOR;
    private static final ConsentReceipt RECEIPT = new ConsentReceipt(1, GRANTED, ACTOR, AT, TERMS, NONE);

    @Test
    void hashesToWhatAnyoneCanComputeFromItsFields() {
        // printf '1:1,7:GRANTED,5:admin,2:42,24:2027-06-10T03:00:00.123Z,1:1,1:1,16:otlp.example.org,64:00…0,' |
        // sha256sum
        assertThat(RECEIPT.hash()).isEqualTo("df8ff0efc7fdf91334f7888e588bed969e0d9d3d4169acd75f584113340ead35");
        assertThat(new ConsentReceipt(
                                2,
                                DENIED,
                                Actor.api("Jürgen"),
                                Instant.parse("2027-06-10T03:00:00Z"),
                                new ConsentTerms("", "", ""),
                                RECEIPT.hash())
                        .hash())
                .isEqualTo("b321e0961be0b5af0f9bc758bdcdf7d7983a079b5b9f4954782a9559f18c02df");
    }

    @Test
    void hashesDifferentlyWhicheverFieldChanges() {
        Stream<ConsentReceipt> changed = Stream.of(
                RECEIPT,
                new ConsentReceipt(2, GRANTED, ACTOR, AT, TERMS, NONE),
                new ConsentReceipt(1, DENIED, ACTOR, AT, TERMS, NONE),
                new ConsentReceipt(1, GRANTED, Actor.api("42"), AT, TERMS, NONE),
                new ConsentReceipt(1, GRANTED, Actor.admin("43"), AT, TERMS, NONE),
                new ConsentReceipt(1, GRANTED, ACTOR, AT.plusMillis(1), TERMS, NONE),
                new ConsentReceipt(1, GRANTED, ACTOR, AT, new ConsentTerms("2", "1", "otlp.example.org"), NONE),
                new ConsentReceipt(1, GRANTED, ACTOR, AT, new ConsentTerms("1", "2", "otlp.example.org"), NONE),
                new ConsentReceipt(1, GRANTED, ACTOR, AT, new ConsentTerms("1", "1", "otlp.example.com"), NONE),
                new ConsentReceipt(1, GRANTED, ACTOR, AT, TERMS, RECEIPT.hash()));
        assertThat(changed.map(ConsentReceipt::hash)).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void cannotBeForgedByMovingTextFromOneFieldToTheNext() {
        ConsentReceipt one = new ConsentReceipt(1, GRANTED, ACTOR, AT, new ConsentTerms("1,1:2", "", "x"), NONE);
        ConsentReceipt other = new ConsentReceipt(1, GRANTED, ACTOR, AT, new ConsentTerms("1", "2", "x"), NONE);
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    @Test
    void chainsEachDecisionToTheOneBefore() {
        ConsentReceipt first = new ConsentDecision(GRANTED, ACTOR, AT, TERMS).after(null);
        ConsentReceipt second = new ConsentDecision(DENIED, Actor.cli(), AT.plusSeconds(1), TERMS).after(first);
        assertThat(first).isEqualTo(RECEIPT);
        assertThat(second)
                .isEqualTo(new ConsentReceipt(2, DENIED, Actor.cli(), AT.plusSeconds(1), TERMS, first.hash()));
        assertThat(NONE).hasSize(64).containsOnlyDigits();
    }

    @Test
    void keepsTheTimeToTheMillisecondSoThatItSurvivesStorage() {
        ConsentDecision decision = new ConsentDecision(GRANTED, ACTOR, AT.plusNanos(999_999), TERMS);
        assertThat(decision.at()).isEqualTo(AT);
    }

    @Test
    void isMadeUponTheLibrarysOwnTermsWhereTheHostBringsNone() {
        assertThat(ConsentTerms.defaultsFor("otlp.example.org")).isEqualTo(TERMS);
    }
}
