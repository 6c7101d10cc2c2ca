package io.aboveboard.domain.consent;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.Layer;

/**
 * Decides what may leave. A pure function of the facts, and the only place where a {@link Clearance} is minted. The order
 * of power, strongest first: a kill switch; no sink; a switch against the detailed layer; the stored decision; and only
 * where nothing is stored, {@code ENABLE_TELEMETRY=true}. Unknown, unreadable, outdated and conflicting mean no, and without a durable identity
 * nothing leaves at all.
 */
public final class ConsentPolicy {
    private static final Clearance BASE = new Clearance(Layer.BASE, 0, "", 0);

    private ConsentPolicy() {}

    /**
     * Whether records of a layer may be stored and sent.
     *
     * @param layer which layer
     * @param facts what is known
     * @return a clearance, or a refusal that names the rule
     */
    public static Decision decide(Layer layer, ConsentFacts facts) {
        RefusalReason silenced = silenced(facts);
        if (silenced != null) {
            return new Refused(silenced);
        }
        return layer == Layer.BASE ? cleared(BASE, facts) : decideDetailed(facts);
    }

    private static Decision cleared(Clearance clearance, ConsentFacts facts) {
        return facts.identified() ? clearance : new Refused(RefusalReason.UNIDENTIFIED);
    }

    private static @Nullable RefusalReason silenced(ConsentFacts facts) {
        return switch (facts.switches().silence()) {
            case DO_NOT_TRACK -> RefusalReason.DO_NOT_TRACK;
            case OTEL_SDK_DISABLED -> RefusalReason.OTEL_SDK_DISABLED;
            case LAYERS_NONE -> RefusalReason.LAYERS_NONE;
            case NONE -> facts.sinkConfigured() ? null : RefusalReason.NO_SINK;
        };
    }

    private static Decision decideDetailed(ConsentFacts facts) {
        return switch (facts.switches().detailed()) {
            case LAYERS_BASE -> new Refused(RefusalReason.LAYERS_BASE);
            case NEVER -> new Refused(RefusalReason.DISABLED);
            case YES_IF_UNDECIDED, UNSET -> decideStored(facts);
        };
    }

    private static Decision decideStored(ConsentFacts facts) {
        StoredConsent stored = facts.stored();
        if (stored instanceof StoredConsent.Decided decided) {
            return decideReceipt(decided, facts);
        }
        return new Refused(refusalOf(stored));
    }

    private static RefusalReason refusalOf(StoredConsent stored) {
        if (stored instanceof StoredConsent.Unreadable) {
            return RefusalReason.CONSENT_UNREADABLE;
        }
        if (stored instanceof StoredConsent.Conflicting) {
            return RefusalReason.CONSENT_CONFLICTING;
        }
        if (stored instanceof StoredConsent.WrittenByHost written) {
            return written.state() == ConsentState.DENIED ? RefusalReason.DENIED : RefusalReason.AWAITING_RECEIPT;
        }
        return RefusalReason.UNDECIDED;
    }

    private static Decision decideReceipt(StoredConsent.Decided decided, ConsentFacts facts) {
        ConsentReceipt receipt = decided.receipt();
        if (receipt.state() == ConsentState.DENIED) {
            return new Refused(RefusalReason.DENIED);
        }
        if (isStaleEnvironmentYes(receipt, facts)) {
            return new Refused(RefusalReason.UNDECIDED);
        }
        if (!receipt.terms().textVersion().equals(facts.textVersion())) {
            return new Refused(RefusalReason.CONSENT_OUTDATED);
        }
        int schemaVersion = receipt.terms().schemaNumber();
        return cleared(new Clearance(Layer.DETAILED, decided.epoch(), receipt.hash(), schemaVersion), facts);
    }

    /** A yes that came from the environment counts only while the environment still says so. */
    private static boolean isStaleEnvironmentYes(ConsentReceipt receipt, ConsentFacts facts) {
        return receipt.actor().surface() == Surface.ENVIRONMENT
                && facts.switches().detailed() != Switches.DetailedAnswer.YES_IF_UNDECIDED;
    }
}
