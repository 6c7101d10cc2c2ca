package io.aboveboard.domain.consent;

import static io.aboveboard.domain.consent.ConsentState.DENIED;
import static io.aboveboard.domain.consent.ConsentState.GRANTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.Switches.DetailedAnswer;
import io.aboveboard.domain.consent.Switches.Silence;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Over every combination of facts there is. */
@Proves(Promise.P1)
class ConsentPolicyTest {
    private static final Map<Silence, RefusalReason> SILENCED = Map.of(
            Silence.DO_NOT_TRACK, RefusalReason.DO_NOT_TRACK,
            Silence.OTEL_SDK_DISABLED, RefusalReason.OTEL_SDK_DISABLED,
            Silence.LAYERS_NONE, RefusalReason.LAYERS_NONE);
    private static final Map<DetailedAnswer, RefusalReason> NEVER = Map.of(
            DetailedAnswer.LAYERS_BASE, RefusalReason.LAYERS_BASE,
            DetailedAnswer.NEVER, RefusalReason.DISABLED);

    @Test
    void decidesTheDetailedLayerByTheStrongestRuleThatApplies() {
        List<ConsentFacts> all = everyCombination();
        assertThat(all).hasSize(4 * 4 * 2 * 2 * 2 * 29);
        assertThat(all).allSatisfy(facts -> {
            Decision decision = ConsentPolicy.decide(Layer.DETAILED, facts);
            RefusalReason expected = expectedRefusal(facts);
            if (expected != null) {
                assertThat(decision).isEqualTo(new Refused(expected));
                return;
            }
            ConsentReceipt receipt = ((StoredConsent.Decided) facts.stored()).receipt();
            assertThat(decision).isInstanceOfSatisfying(Clearance.class, clearance -> {
                assertThat(clearance.layer()).isEqualTo(Layer.DETAILED);
                assertThat(clearance.epoch()).isEqualTo(receipt.sequence());
                assertThat(clearance.receiptHash()).isEqualTo(receipt.hash());
            });
        });
    }

    @Test
    void clearsTheDetailedLayerOnlyUnderACurrentYesAndNothingAgainstIt() {
        List<ConsentFacts> cleared = everyCombination().stream()
                .filter(facts -> ConsentPolicy.decide(Layer.DETAILED, facts) instanceof Clearance)
                .toList();
        assertThat(cleared).isNotEmpty().allSatisfy(facts -> {
            assertThat(facts.switches().silence()).isEqualTo(Silence.NONE);
            assertThat(facts.switches().detailed()).isIn(DetailedAnswer.UNSET, DetailedAnswer.YES_IF_UNDECIDED);
            assertThat(facts.sinkConfigured()).isTrue();
            assertThat(facts.identified()).isTrue();
            ConsentReceipt receipt = ((StoredConsent.Decided) facts.stored()).receipt();
            assertThat(receipt.state()).isEqualTo(GRANTED);
            assertThat(receipt.terms().textVersion()).isEqualTo(facts.textVersion());
        });
        // two answers that do not forbid, of six surfaces all but the environment under both, two texts
        assertThat(cleared).hasSize((2 * 5 + 1) * 2);
    }

    @Test
    void clearsTheBaseLayerByKillSwitchesSinkAndIdentityAlone() {
        assertThat(everyCombination()).allSatisfy(facts -> {
            Decision decision = ConsentPolicy.decide(Layer.BASE, facts);
            RefusalReason expected = expectedOfBase(facts);
            if (expected != null) {
                assertThat(decision).isEqualTo(new Refused(expected));
            } else {
                assertThat(decision).isInstanceOfSatisfying(Clearance.class, clearance -> {
                    assertThat(clearance.layer()).isEqualTo(Layer.BASE);
                    assertThat(clearance.epoch()).isZero();
                    assertThat(clearance.receiptHash()).isEmpty();
                });
            }
        });
    }

    @Test
    @Fault("A21")
    void neverLetsTheEnvironmentOverruleAStoredNo() {
        for (Surface surface : Surface.values()) {
            assertThat(decide(DetailedAnswer.YES_IF_UNDECIDED, Receipts.of(DENIED, surface)))
                    .isEqualTo(new Refused(RefusalReason.DENIED));
        }
    }

    @Test
    @Fault("E8")
    void asksAgainWhenTheTextHasChanged() {
        assertThat(decide(DetailedAnswer.UNSET, Receipts.of(GRANTED, Surface.ADMIN, "2")))
                .isEqualTo(new Refused(RefusalReason.CONSENT_OUTDATED));
    }

    @Test
    void countsAYesOfTheEnvironmentOnlyWhileItStillSaysSo() {
        ConsentReceipt yes = Receipts.of(GRANTED, Surface.ENVIRONMENT);
        assertThat(decide(DetailedAnswer.YES_IF_UNDECIDED, yes)).isInstanceOf(Clearance.class);
        assertThat(decide(DetailedAnswer.UNSET, yes)).isEqualTo(new Refused(RefusalReason.UNDECIDED));
    }

    private static Decision decide(DetailedAnswer answer, ConsentReceipt receipt) {
        return ConsentPolicy.decide(
                Layer.DETAILED,
                new ConsentFacts(
                        new Switches(Silence.NONE, answer), true, true, new StoredConsent.Decided(receipt), "1"));
    }

    private static @Nullable RefusalReason expectedOfBase(ConsentFacts facts) {
        if (facts.switches().silence() != Silence.NONE) {
            return SILENCED.get(facts.switches().silence());
        }
        if (!facts.sinkConfigured()) {
            return RefusalReason.NO_SINK;
        }
        return facts.identified() ? null : RefusalReason.UNIDENTIFIED;
    }

    private static @Nullable RefusalReason expectedRefusal(ConsentFacts facts) {
        if (facts.switches().silence() != Silence.NONE) {
            return SILENCED.get(facts.switches().silence());
        }
        if (!facts.sinkConfigured()) {
            return RefusalReason.NO_SINK;
        }
        RefusalReason never = NEVER.get(facts.switches().detailed());
        if (never != null) {
            return never;
        }
        RefusalReason stored = expectedOf(facts.stored(), facts);
        return stored == null && !facts.identified() ? RefusalReason.UNIDENTIFIED : stored;
    }

    private static @Nullable RefusalReason expectedOf(StoredConsent stored, ConsentFacts facts) {
        if (stored instanceof StoredConsent.Decided decided) {
            ConsentReceipt receipt = decided.receipt();
            boolean stale = receipt.actor().surface() == Surface.ENVIRONMENT
                    && facts.switches().detailed() != DetailedAnswer.YES_IF_UNDECIDED;
            if (receipt.state() == DENIED) {
                return RefusalReason.DENIED;
            }
            if (stale) {
                return RefusalReason.UNDECIDED;
            }
            return receipt.terms().textVersion().equals(facts.textVersion()) ? null : RefusalReason.CONSENT_OUTDATED;
        }
        return Map.<StoredConsent, RefusalReason>of(
                        new StoredConsent.Undecided(), RefusalReason.UNDECIDED,
                        new StoredConsent.WrittenByHost(GRANTED), RefusalReason.AWAITING_RECEIPT,
                        new StoredConsent.WrittenByHost(DENIED), RefusalReason.DENIED,
                        new StoredConsent.Conflicting("why"), RefusalReason.CONSENT_CONFLICTING,
                        new StoredConsent.Unreadable("why"), RefusalReason.CONSENT_UNREADABLE)
                .get(stored);
    }

    private static List<ConsentFacts> everyCombination() {
        List<ConsentFacts> all = new ArrayList<>();
        for (Silence silence : Silence.values()) {
            for (DetailedAnswer answer : DetailedAnswer.values()) {
                everyStoredConsent().forEach(stored -> {
                    for (int bits = 0; bits < 8; bits++) {
                        all.add(new ConsentFacts(
                                new Switches(silence, answer),
                                (bits & 1) != 0,
                                (bits & 2) != 0,
                                stored,
                                (bits & 4) != 0 ? "1" : "2"));
                    }
                });
            }
        }
        return all;
    }

    private static List<StoredConsent> everyStoredConsent() {
        List<StoredConsent> all = new ArrayList<>(List.of(
                new StoredConsent.Undecided(),
                new StoredConsent.WrittenByHost(GRANTED),
                new StoredConsent.WrittenByHost(DENIED),
                new StoredConsent.Conflicting("why"),
                new StoredConsent.Unreadable("why")));
        for (Surface surface : Surface.values()) {
            for (ConsentState state : ConsentState.values()) {
                for (String textVersion : List.of("1", "2")) {
                    all.add(new StoredConsent.Decided(Receipts.of(state, surface, textVersion)));
                }
            }
        }
        return all;
    }
}
