package io.aboveboard.domain.replica;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * An installation that replicas share, as one of them keeps it. While the shared store is out of reach the replica knows
 * who it is from what it read last, so that base telemetry is delivered, but not what was decided: then nothing detailed is
 * sent. A shared store that knows nobody, where this replica or its folder does, is not taken for a new start. What was
 * delivered meanwhile is told to the others afterwards, and a no that could not be shared is kept in the file of the host.
 *
 * <p>Thread-safe. Holds nothing open.
 */
public final class ReplicaInstallationStore implements InstallationStore {
    private final InstallationStore shared;
    private final InstallationStore memory;
    private final boolean keeps;
    private final Reach reach;
    private final HostFile host;
    private final Kinship kinship;
    private final ReplicaConsentGate gate;
    private final ReplicaConsentLedger ledger;
    private volatile @Nullable Installation confirmed;
    private volatile String forgetful = "";

    private ReplicaInstallationStore(
            InstallationStore shared,
            InstallationStore memory,
            InstallationStore file,
            LongSupplier ticker,
            boolean keeps) {
        this.shared = shared;
        this.memory = memory;
        this.keeps = keeps;
        this.reach = new Reach(ticker);
        KeptNo kept = new KeptNo(memory.ledger());
        this.host = new HostFile(file, memory, kept, keeps);
        this.kinship = new Kinship(shared, memory, host);
        this.gate = new ReplicaConsentGate(shared.gate(), reach);
        this.ledger = new ReplicaConsentLedger(shared.ledger(), gate, reach, kinship, kept, host);
    }

    /**
     * For a process that acts as the replica.
     *
     * @param shared what the replicas share
     * @param memory where this replica keeps what it read last
     * @param file what the host of this replica may write
     * @param ticker monotonic nanoseconds
     * @return the store
     */
    public static ReplicaInstallationStore acting(
            InstallationStore shared, InstallationStore memory, InstallationStore file, LongSupplier ticker) {
        return new ReplicaInstallationStore(shared, memory, file, ticker, true);
    }

    /**
     * For a process that only looks, and keeps nothing of it.
     *
     * @param shared what the replicas share
     * @param memory where this replica keeps what it read last
     * @param file what the host of this replica may write
     * @param ticker monotonic nanoseconds
     * @return the store
     */
    public static ReplicaInstallationStore looking(
            InstallationStore shared, InstallationStore memory, InstallationStore file, LongSupplier ticker) {
        return new ReplicaInstallationStore(shared, memory, file, ticker, false);
    }

    @Override
    public InstallationReading read() {
        String hindrance = gate.pastBecause().isEmpty() ? reach.hindrance() : gate.pastBecause();
        return hindrance.isEmpty() ? ask() : remembered("the shared installation", hindrance);
    }

    private InstallationReading ask() {
        InstallationReading reading = shared.read();
        if (reading instanceof InstallationReading.Unreadable unreadable) {
            lost(unreadable.why());
            return remembered(unreadable.where(), unreadable.why());
        }
        String objection = kinship.objection(reading);
        if (!objection.isEmpty()) {
            return remembered("the shared installation", objection);
        }
        reach.regained();
        return reading instanceof InstallationReading.Found found ? confirmed(found.installation()) : reading;
    }

    private InstallationReading confirmed(Installation found) {
        Installation current = keeps && !Objects.equals(found, confirmed) ? kept(found) : found;
        try {
            return new InstallationReading.Found(host.restricted(current, shared));
        } catch (ConsentLedgerException failed) {
            if (ledger.isBroken()) {
                return new InstallationReading.Found(current);
            }
            lost(String.valueOf(failed.getMessage()));
            return remembered("the shared installation", String.valueOf(failed.getMessage()));
        }
    }

    private void lost(String why) {
        reach.lost(why);
        confirmed = null;
    }

    private InstallationReading remembered(String where, String why) {
        return memory.read()
                .known()
                .filter(known -> known.id().isPresent())
                .<InstallationReading>map(known -> new InstallationReading.Remembered(known, where, why))
                .orElseGet(() -> new InstallationReading.Unreadable(where, why));
    }

    /** Tells the others what was reached here alone, and remembers the rest for the next time they are out of reach. */
    private Installation kept(Installation found) {
        try {
            Installation here = memory.read().known().orElse(Installation.blank());
            Installation whole = Progress.of(here).addedTo(found);
            Installation current = whole.equals(found)
                    ? found
                    : shared.update(stored -> Progress.of(here).addedTo(stored));
            memory.update(stored -> current.withPreference(stored.preference()));
            confirmed = current;
            forgetful = "";
            return current;
        } catch (InstallationStoreException failed) {
            forgetful = "this replica could not keep what it read: " + failed.getMessage();
            return found;
        }
    }

    @Override
    public Installation update(UnaryOperator<Installation> change) {
        String hindrance = reach.hindrance();
        if (!hindrance.isEmpty()) {
            return updatedHere(change, new InstallationStoreException(hindrance));
        }
        String objection = kinship.objection();
        if (!objection.isEmpty()) {
            return updatedHere(change, new InstallationStoreException(objection));
        }
        try {
            return shared.update(change);
        } catch (InstallationStoreException failed) {
            lost(String.valueOf(failed.getMessage()));
            return updatedHere(change, failed);
        }
    }

    /** A no, and what was delivered, can be kept here until the others can be told; nothing else can. */
    private Installation updatedHere(UnaryOperator<Installation> change, InstallationStoreException failed) {
        Installation before = memory.read().known().orElse(Installation.blank());
        Installation after = change.apply(before.withPreference(StoredPreference.UNSET));
        if (after.preference() == StoredPreference.NO) {
            host.deny();
            return before.withPreference(StoredPreference.NO);
        }
        boolean isProgress = before.id().isPresent()
                && after.preference() == StoredPreference.UNSET
                && Progress.of(after)
                        .addedTo(before)
                        .withPreference(StoredPreference.UNSET)
                        .equals(after);
        if (!isProgress) {
            throw failed;
        }
        return memory.update(stored -> Progress.of(after).addedTo(stored));
    }

    @Override
    public ConsentLedger ledger() {
        return ledger;
    }

    @Override
    public ConsentGate gate() {
        return gate;
    }

    @Override
    public BaseClaims claims() {
        return shared.claims();
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(shared.remarks());
        for (String remark : List.of(host.remark(), host.strange(), forgetful)) {
            if (!remark.isEmpty()) {
                remarks.add(remark);
            }
        }
        return List.copyOf(remarks);
    }

    @Override
    public boolean salvage() {
        return shared.salvage();
    }

    @Override
    public void resetIdentity() {
        shared.resetIdentity();
        memory.update(Installation::withoutIdentity);
        confirmed = null;
        host.forget();
    }
}
