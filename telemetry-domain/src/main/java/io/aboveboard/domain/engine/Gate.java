package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.ConsentEpoch;
import io.aboveboard.domain.consent.ConsentFacts;
import io.aboveboard.domain.consent.ConsentPolicy;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentReconciliation;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.consent.StoredConsent;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.record.Layer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Where every record must pass. Whoever stores or hands over records holds the gate shared from the look at the consent
 * until the records are out of hand; a decision takes it exclusively. So when a withdrawal returns, nobody is between the
 * look and the hand-over: no thread of this process by a lock of its own, and no other process by the gate of the
 * installation. Thread-safe.
 */
final class Gate {
    private final InstallationStore installation;
    private final Settings settings;
    private final boolean sinkConfigured;
    private final Tally tally;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Grace grace;
    private volatile @Nullable Decision first;
    private volatile Door door;
    private volatile boolean unsavedDenial;

    Gate(InstallationStore installation, Settings settings, boolean sinkConfigured, Clocks clocks, Tally tally) {
        this.installation = installation;
        this.settings = settings;
        this.sinkConfigured = sinkConfigured;
        this.grace = new Grace(clocks);
        this.tally = tally;
        door = doorOf(foreseeable());
    }

    /**
     * What callers meet: the decision on the detailed layer as last looked at.
     *
     * @param clearance null where there is none, or before the first look
     * @param turnstile turns them away; null where nothing speaks against them
     */
    record Door(@Nullable Clearance clearance, @Nullable Turnstile turnstile) {}

    private Door doorOf(@Nullable Decision decision) {
        return decision instanceof Refused refused
                ? new Door(null, tally.turnstile(refused.reason().dropReason()))
                : new Door((Clearance) decision, null);
    }

    /**
     * The decision as last looked at, without looking; neither this nor that before the first look, unless switches or sink
     * alone decide.
     */
    Door door() {
        return door;
    }

    /** What the first look decided, by which events taken on trust before it are judged; null before it. */
    @Nullable
    Decision first() {
        return first;
    }

    /** Looks at installation and receipts now. What an earlier look saw never replaces what a decision has set since. */
    Standing look() {
        return shared(this::lookHolding);
    }

    private Standing lookHolding() {
        InstallationReading reading = installation.read();
        ConsentReceipt receipt = null;
        StoredConsent stored;
        try {
            ConsentEpoch epoch = installation.ledger().epoch().orElse(null);
            receipt = epoch == null ? null : epoch.last();
            stored = epoch == null ? ConsentReconciliation.reconcile(null, reading) : epoch.with(reading);
        } catch (ConsentLedgerException unreadable) {
            stored = new StoredConsent.Unreadable(String.valueOf(unreadable.getMessage()));
            reading = installation.read();
        }
        Standing standing = standing(reading, receipt, stored);
        publish(standing.recordable());
        return standing;
    }

    private Standing standing(InstallationReading reading, @Nullable ConsentReceipt receipt, StoredConsent stored) {
        Decision detailed = decideDetailed(reading, stored);
        Decision recordable = unlessDenied(grace.recordable(reading, detailed));
        return new Standing(
                reading,
                receipt,
                stored,
                decide(Layer.BASE, reading, stored),
                detailed,
                recordable,
                settings.schema().version());
    }

    /** A no that could not be stored stays in force here until it is. */
    void denyUntilSaved() {
        unsavedDenial = true;
        publish(new Refused(RefusalReason.DENIED));
    }

    void denialSaved() {
        unsavedDenial = false;
    }

    boolean hasUnsavedDenial() {
        return unsavedDenial;
    }

    /**
     * Does something that no decision, of whatever process, can come in between of.
     *
     * @throws io.aboveboard.domain.port.InstallationStoreException if other processes could not be kept out; the action
     *     was not begun
     */
    <T> T through(Supplier<T> action) {
        boolean isInside = lock.isWriteLockedByCurrentThread() || lock.getReadHoldCount() > 0;
        return isInside ? action.get() : shared(() -> installation.gate().shared(action));
    }

    /**
     * Takes a decision.
     *
     * @throws io.aboveboard.domain.port.InstallationStoreException if other processes could not be kept out; the decision
     *     was not begun
     */
    <T> T exclusively(Supplier<T> decision) {
        return alone(() -> installation.gate().exclusively(decision));
    }

    /** Takes a decision though other processes may not be kept out: a no cannot wait for them. */
    <T> T alone(Supplier<T> decision) {
        return holding(lock.writeLock(), decision);
    }

    private <T> T shared(Supplier<T> action) {
        return holding(lock.readLock(), action);
    }

    private static <T> T holding(Lock held, Supplier<T> action) {
        held.lock();
        try {
            return action.get();
        } finally {
            held.unlock();
        }
    }

    /** Whatever is stored: a switch that is off, or no sink, needs no look and gets none. */
    private @Nullable Decision foreseeable() {
        Decision unseen = decide(Layer.DETAILED, new InstallationReading.Missing(), new StoredConsent.Undecided());
        return unseen instanceof Refused refused && refused.reason() == RefusalReason.UNDECIDED ? null : unseen;
    }

    private Decision decideDetailed(InstallationReading reading, StoredConsent stored) {
        return unlessDenied(decide(Layer.DETAILED, reading, stored));
    }

    private Decision unlessDenied(Decision decision) {
        return unsavedDenial && decision instanceof Clearance ? new Refused(RefusalReason.DENIED) : decision;
    }

    private Decision decide(Layer layer, InstallationReading reading, StoredConsent stored) {
        boolean identified = Identity.of(reading).isPresent();
        return ConsentPolicy.decide(
                layer,
                new ConsentFacts(settings.switches(), sinkConfigured, identified, stored, settings.textVersion()));
    }

    private void publish(Decision detailed) {
        if (first == null) {
            first = detailed;
        }
        door = doorOf(detailed);
    }
}
