package io.aboveboard.domain.replica;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import java.util.Arrays;

/**
 * What the host of this replica wrote beside the shared installation. It has a say where it speaks at all: a no of it
 * counts. What was only left behind by a decision that another replica took is brought up to date; the two are told apart
 * by what was the same when both were last looked at. Thread-safe.
 */
final class HostFile {
    private final InstallationStore file;
    private final InstallationStore memory;
    private final KeptNo kept;
    private final boolean keeps;
    private volatile String remark = "";
    private volatile String strange = "";

    HostFile(InstallationStore file, InstallationStore memory, KeptNo kept, boolean keeps) {
        this.file = file;
        this.memory = memory;
        this.kept = kept;
        this.keeps = keeps;
    }

    /** What a person should know of it; empty if nothing. */
    String remark() {
        return remark;
    }

    /** What a person should know of whom it names; empty if nothing. */
    String strange() {
        return strange;
    }

    /**
     * Why the folder is one of an installation that has to be moved first; empty if it is not. An id alone is none: a host
     * may write one at its installation, and nothing was ever sent under it.
     */
    String unmoved() {
        InstallationReading reading = file.read();
        if (reading instanceof InstallationReading.Unreadable unreadable) {
            return unreadable.where() + ": " + unreadable.why();
        }
        return reading.known()
                .filter(HostFile::hasReported)
                .flatMap(Installation::id)
                .map(id -> "this folder knows an installation, " + id
                        + ", and the database none; run migrate-installation --to database")
                .orElse("");
    }

    private static boolean hasReported(Installation installation) {
        return installation.lastBeat().isPresent()
                || Arrays.stream(Milestone.values())
                        .anyMatch(milestone -> installation.reached(milestone).isPresent());
    }

    /** The shared installation as it reads with what the file says. */
    Installation restricted(Installation shared, InstallationStore store) {
        InstallationReading reading = file.read();
        if (reading instanceof InstallationReading.Unreadable unreadable) {
            remark = unreadable.where() + ": " + unreadable.why() + "; until then it counts as no";
            return shared.withPreference(StoredPreference.MALFORMED);
        }
        Installation here = reading.known().orElse(Installation.blank());
        strange = differenceOf(here.id().orElse(null), shared.id().orElse(null));
        if (here.preference() == StoredPreference.UNSET) {
            remark = "";
            return shared;
        }
        StoredPreference decided = decided(store);
        return decided == StoredPreference.UNSET
                ? undecided(shared, here)
                : restricted(shared, here.preference(), decided);
    }

    private static String differenceOf(@Nullable InstallId here, @Nullable InstallId there) {
        return here == null || there == null || here.equals(there)
                ? ""
                : "installation.json names another installation, " + here + ", than the database, " + there
                        + "; that of the database counts";
    }

    private static StoredPreference decided(InstallationStore store) {
        return store.ledger().last().map(HostFile::preferenceOf).orElse(StoredPreference.UNSET);
    }

    private static StoredPreference preferenceOf(ConsentReceipt receipt) {
        return receipt.state() == ConsentState.GRANTED ? StoredPreference.YES : StoredPreference.NO;
    }

    /** A no that was given here counts at once, one that the host wrote by itself once its setup is complete. */
    private Installation undecided(Installation shared, Installation here) {
        if (here.preference() == StoredPreference.YES) {
            remark = "";
            return shared;
        }
        remark = here.preference() == StoredPreference.NO
                ? "installation.json says no and the database nothing: the no counts"
                : "installation.json says neither yes nor no: until it does it counts as no";
        boolean isMeant = here.isSetupComplete() || kept.isKept();
        return shared.withPreference(here.preference()).withSetupComplete(isMeant || shared.isSetupComplete());
    }

    private Installation restricted(Installation shared, StoredPreference here, StoredPreference decided) {
        if (here == decided || isBehind(here, decided)) {
            settle(here, decided);
            return shared;
        }
        remark = here == StoredPreference.YES
                ? "installation.json says yes and the database no: the no counts; decide anew to change it"
                : "installation.json says no and the database yes: the no counts";
        return here == StoredPreference.YES ? shared : shared.withPreference(here);
    }

    private boolean isBehind(StoredPreference here, StoredPreference decided) {
        return here != decided
                && here == memory.read().known().map(Installation::preference).orElse(StoredPreference.UNSET);
    }

    private void settle(StoredPreference here, StoredPreference decided) {
        remark = "";
        if (!keeps) {
            return;
        }
        kept.settle();
        try {
            if (here != decided) {
                file.update(stored -> stored.withPreference(decided));
            }
            memory.update(stored -> stored.withPreference(decided));
        } catch (InstallationStoreException failed) {
            remark = String.valueOf(failed.getMessage());
        }
    }

    /** Keeps a no that could not be shared. */
    void deny() {
        file.update(stored -> stored.withPreference(StoredPreference.NO));
    }

    /** What the installation decided before it was shared. */
    void forgetRetired() {
        file.ledger().forgetRetired();
    }

    void forget() {
        Installation here = file.read().known().orElse(Installation.blank());
        if (here.id().isPresent() || here.preference() != StoredPreference.UNSET) {
            file.resetIdentity();
        }
    }
}
