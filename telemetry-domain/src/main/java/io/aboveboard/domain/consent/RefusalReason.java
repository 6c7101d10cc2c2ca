package io.aboveboard.domain.consent;

import io.aboveboard.domain.record.DropReason;
import java.util.Locale;

/** Which rule of the policy refused, in its order of power. */
public enum RefusalReason {
    /** {@code DO_NOT_TRACK} is set. */
    DO_NOT_TRACK("DO_NOT_TRACK is set: nothing is sent", DropReason.SWITCHED_OFF),
    /** {@code OTEL_SDK_DISABLED} is true. */
    OTEL_SDK_DISABLED("OTEL_SDK_DISABLED is set: nothing is sent", DropReason.SWITCHED_OFF),
    /** {@code TELEMETRY_LAYERS=none}. */
    LAYERS_NONE("TELEMETRY_LAYERS=none: nothing is sent", DropReason.SWITCHED_OFF),
    /** There is nowhere to send to. */
    NO_SINK("no sink is configured: nothing is sent", DropReason.NO_SINK),
    /** {@code TELEMETRY_LAYERS=base}. */
    LAYERS_BASE("TELEMETRY_LAYERS=base: product events are never sent", DropReason.SWITCHED_OFF),
    /** {@code ENABLE_TELEMETRY=false}. */
    DISABLED("ENABLE_TELEMETRY=false: product events are never sent", DropReason.SWITCHED_OFF),
    /** The decision cannot be read. */
    CONSENT_UNREADABLE("the stored decision cannot be read: that counts as no", DropReason.CONSENT_UNKNOWN),
    /** The sources contradict each other. */
    CONSENT_CONFLICTING("the stored decisions contradict each other: that counts as no", DropReason.CONSENT_UNKNOWN),
    /** A yes that the host wrote has no receipt yet. */
    AWAITING_RECEIPT("the host wrote a yes that has no receipt yet", DropReason.NO_CONSENT),
    /** The yes was given to an older text. */
    CONSENT_OUTDATED("the yes was given to an older text: it must be asked again", DropReason.NO_CONSENT),
    /** The last decision is a no. */
    DENIED("the decision is no", DropReason.NO_CONSENT),
    /** Nobody has decided. */
    UNDECIDED("nobody has decided yet: that counts as no", DropReason.NO_CONSENT),
    /** The identity of the installation is not stored durably. */
    UNIDENTIFIED("the installation has no durable identity: nothing is sent", DropReason.NO_IDENTITY);

    private final String explanation;
    private final DropReason dropReason;

    RefusalReason(String explanation, DropReason dropReason) {
        this.explanation = explanation;
        this.dropReason = dropReason;
    }

    /**
     * The rule in words.
     *
     * @return a sentence fragment
     */
    public String explanation() {
        return explanation;
    }

    /**
     * Under what a record is counted that this refusal drops.
     *
     * @return the reason
     */
    public DropReason dropReason() {
        return dropReason;
    }

    /**
     * Whether what was recorded under an earlier yes must go. Not so where the decision is merely unknown for now, or
     * where silence forbids to touch anything.
     *
     * @return true if undelivered records of the detailed layer are to be deleted
     */
    public boolean endsConsent() {
        return switch (this) {
            case LAYERS_BASE, DISABLED, CONSENT_CONFLICTING, CONSENT_OUTDATED, DENIED, UNDECIDED -> true;
            case DO_NOT_TRACK, OTEL_SDK_DISABLED, LAYERS_NONE, NO_SINK -> false;
            case CONSENT_UNREADABLE, AWAITING_RECEIPT, UNIDENTIFIED -> false;
        };
    }

    /**
     * The name under which it is shown to machines.
     *
     * @return lower case, with underscores
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
