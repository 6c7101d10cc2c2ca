package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.consent.StoredConsent;
import io.aboveboard.domain.consent.Surface;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Takes decisions. The receipt is written first, then {@code telemetry_enabled}, then the host's copy; whatever is cut off
 * in between reads as a no, and a yes that could be stored only in part is taken back. Thread-safe.
 */
final class ConsentDesk implements ConsentControl {
    private final Gate gate;
    private final InstallationStore installation;
    private final Registration registration;
    private final DecisionWriter writer;
    private final Switches switches;
    private final Purge purge;
    private final InstallPing ping;
    private final MirrorKeeper mirror;
    private volatile @Nullable Actor unsavedBy;

    ConsentDesk(
            Gate gate,
            InstallationStore installation,
            Registration registration,
            DecisionWriter writer,
            Switches switches,
            Purge purge,
            InstallPing ping,
            MirrorKeeper mirror) {
        this.gate = gate;
        this.installation = installation;
        this.registration = registration;
        this.writer = writer;
        this.switches = switches;
        this.purge = purge;
        this.ping = ping;
        this.mirror = mirror;
    }

    @Override
    public ConsentStanding current() {
        return StandingView.of(gate.look());
    }

    @Override
    public ConsentTerms terms() {
        return writer.terms();
    }

    @Override
    public List<ConsentReceipt> history() {
        return installation.ledger().history();
    }

    @Override
    public DecisionOutcome grant(Actor actor) {
        Objects.requireNonNull(actor, "actor");
        if (switches.silence() != Switches.Silence.NONE) {
            return new DecisionOutcome.NotTaken(switches.silence() + " is set; remove it first");
        }
        registration.ensure();
        return mirrored(grantAlone(actor), true);
    }

    private DecisionOutcome grantAlone(Actor actor) {
        try {
            return gate.exclusively(() -> grantHolding(actor));
        } catch (InstallationStoreException blocked) {
            return notTaken(blocked);
        }
    }

    private DecisionOutcome grantHolding(Actor actor) {
        Standing before = gate.look();
        if (before.stored() instanceof StoredConsent.Unreadable unreadable) {
            return new DecisionOutcome.NotTaken(unreadable.why() + "; mend or remove it, then decide again");
        }
        if (before.receipt() != null && !gate.hasUnsavedDenial() && isGrantedInFull(before.stored())) {
            return new DecisionOutcome.Recorded(before.receipt(), List.of());
        }
        try {
            return granted(writer.receipt(ConsentState.GRANTED, actor), actor);
        } catch (ConsentLedgerException failed) {
            return notTaken(failed);
        }
    }

    private DecisionOutcome granted(ConsentReceipt receipt, Actor actor) {
        try {
            writer.preference(ConsentState.GRANTED);
        } catch (InstallationStoreException failed) {
            withdrawHolding(actor);
            return notTaken(failed);
        }
        gate.denialSaved();
        gate.look();
        ping.recordIfFirst();
        return new DecisionOutcome.Recorded(receipt, List.of());
    }

    private DecisionOutcome notTaken(RuntimeException failed) {
        String consequence = gate.look().detailed() instanceof Clearance
                ? "the new yes could not be stored, so the earlier one stays in force: "
                : "the yes could not be stored, so it counts as no: ";
        return new DecisionOutcome.NotTaken(consequence + failed.getMessage());
    }

    /** The host's copy is written after the gate is let go: its database may take its time. */
    private DecisionOutcome mirrored(DecisionOutcome outcome, boolean allowed) {
        if (!(outcome instanceof DecisionOutcome.Recorded recorded)) {
            mirror.write(isYesInForce());
            return outcome;
        }
        List<String> warnings = new ArrayList<>(recorded.warnings());
        warnings.addAll(mirror.write(allowed));
        return new DecisionOutcome.Recorded(recorded.receipt(), warnings, recorded.isWhole());
    }

    /** An earlier yes stays where a new one could not be taken. */
    private boolean isYesInForce() {
        return !gate.hasUnsavedDenial()
                && gate.look().stored() instanceof StoredConsent.Decided decided
                && decided.receipt().state() == ConsentState.GRANTED;
    }

    /** A yes of the environment is none that would survive it, one to an older text or schema none that suffices. */
    private boolean isGrantedInFull(StoredConsent stored) {
        return stored instanceof StoredConsent.Decided decided
                && decided.receipt().state() == ConsentState.GRANTED
                && decided.receipt().actor().surface() != Surface.ENVIRONMENT
                && decided.receipt().terms().textVersion().equals(writer.terms().textVersion())
                && decided.receipt().terms().schemaNumber() >= writer.terms().schemaNumber();
    }

    @Override
    public DecisionOutcome withdraw(Actor actor) {
        Objects.requireNonNull(actor, "actor");
        return mirrored(withdrawAlone(actor), false);
    }

    /** A no does not wait for others: those that cannot be kept out meet it at their next look. */
    private DecisionOutcome withdrawAlone(Actor actor) {
        try {
            return gate.exclusively(() -> withdrawHolding(actor));
        } catch (InstallationStoreException blocked) {
            DecisionOutcome outcome = gate.alone(() -> withdrawHolding(actor));
            return warned(outcome, "another process may still send what it has in hand: " + blocked.getMessage());
        }
    }

    private static DecisionOutcome warned(DecisionOutcome outcome, String warning) {
        if (outcome instanceof DecisionOutcome.InForceUnsaved unsaved) {
            return new DecisionOutcome.InForceUnsaved(unsaved.why() + "; " + warning, unsaved.survivesRestart());
        }
        if (outcome instanceof DecisionOutcome.Recorded recorded) {
            List<String> warnings = new ArrayList<>(recorded.warnings());
            warnings.add(warning);
            return new DecisionOutcome.Recorded(recorded.receipt(), warnings, false);
        }
        return outcome;
    }

    private DecisionOutcome withdrawHolding(Actor actor) {
        try {
            return deny(actor);
        } finally {
            purge.everything();
        }
    }

    private DecisionOutcome deny(Actor actor) {
        gate.denyUntilSaved();
        unsavedBy = actor;
        return storeDenial(actor);
    }

    private DecisionOutcome storeDenial(Actor actor) {
        List<String> failures = new ArrayList<>();
        ConsentReceipt receipt = storedDenial(actor, failures);
        boolean isInInstallation = isPreferenceDenied(failures);
        if (failures.isEmpty()) {
            gate.denialSaved();
        }
        gate.look();
        return receipt == null
                ? new DecisionOutcome.InForceUnsaved(String.join("; ", failures), isInInstallation)
                : new DecisionOutcome.Recorded(receipt, failures, failures.isEmpty());
    }

    /** Either place denies after a restart, so each is tried whatever became of the other. */
    private boolean isPreferenceDenied(List<String> failures) {
        try {
            writer.preference(ConsentState.DENIED);
            return true;
        } catch (InstallationStoreException failed) {
            failures.add(String.valueOf(failed.getMessage()));
            return false;
        }
    }

    private @Nullable ConsentReceipt storedDenial(Actor actor, List<String> failures) {
        try {
            ConsentReceipt said = saidBefore(actor);
            return said == null ? writer.receipt(ConsentState.DENIED, actor) : said;
        } catch (ConsentLedgerException failed) {
            failures.add(String.valueOf(failed.getMessage()));
            return null;
        }
    }

    /** Where the receipts cannot be read they are told all the same: a ledger may keep what it cannot store now. */
    private @Nullable ConsentReceipt saidBefore(Actor actor) {
        try {
            return installation
                    .ledger()
                    .last()
                    .filter(last ->
                            last.state() == ConsentState.DENIED && last.actor().surface() == actor.surface())
                    .orElse(null);
        } catch (ConsentLedgerException unreadable) {
            return null;
        }
    }

    /**
     * Gives a receipt to what was decided elsewhere: by whoever wrote the installation, by the environment, or here while
     * the disk was full.
     */
    void adopt() {
        if (gate.hasUnsavedDenial()) {
            gate.exclusively(this::saveDenialHolding);
        }
        if (isAdoptable(gate.look())) {
            gate.exclusively(() -> adoptHolding(gate.look()));
        }
    }

    /** A grant may have been quicker; then there is no denial left to save. */
    private boolean saveDenialHolding() {
        Actor denier = unsavedBy;
        if (gate.hasUnsavedDenial() && denier != null) {
            storeDenial(denier);
        }
        return gate.hasUnsavedDenial();
    }

    private boolean isAdoptable(Standing standing) {
        return standing.stored() instanceof StoredConsent.WrittenByHost || isAnsweredByEnvironment(standing);
    }

    /** Not where the host stored a no, even if it does not count yet. */
    private boolean isAnsweredByEnvironment(Standing standing) {
        return switches.detailed() == Switches.DetailedAnswer.YES_IF_UNDECIDED
                && standing.stored() instanceof StoredConsent.Undecided
                && standing.reading() instanceof InstallationReading.Found found
                && found.installation().preference() != StoredPreference.NO
                && Identity.of(found).isPresent();
    }

    private boolean adoptHolding(Standing standing) {
        if (!isAdoptable(standing)) {
            return false;
        }
        boolean byHost = standing.stored() instanceof StoredConsent.WrittenByHost;
        ConsentState state = standing.stored() instanceof StoredConsent.WrittenByHost written
                ? written.state()
                : ConsentState.GRANTED;
        writer.receipt(state, new Actor(byHost ? Surface.FILE : Surface.ENVIRONMENT, ""));
        purge.accordingTo(gate.look().detailed());
        ping.recordIfFirst();
        return true;
    }
}
