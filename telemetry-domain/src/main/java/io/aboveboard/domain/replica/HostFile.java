package io.aboveboard.domain.replica;

import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;

/**
 * What the host of this replica wrote beside the shared installation. It has a say where it speaks at all: a no of it
 * counts. What was only left behind by a decision that another replica took is brought up to date; the two are told apart
 * by what was the same when both were last looked at. Thread-safe.
 */
final class HostFile {
    private final InstallationStore file;
    private final InstallationStore memory;
    private final boolean keeps;
    private volatile String remark = "";

    HostFile(InstallationStore file, InstallationStore memory, boolean keeps) {
        this.file = file;
        this.memory = memory;
        this.keeps = keeps;
    }

    /** What a person should know of it; empty if nothing. */
    String remark() {
        return remark;
    }

    /** The shared installation as it reads with what the file says. */
    Installation restricted(Installation shared, InstallationStore store) {
        InstallationReading reading = file.read();
        if (reading instanceof InstallationReading.Unreadable unreadable) {
            remark = unreadable.where() + ": " + unreadable.why() + "; until then it counts as no";
            return shared.withPreference(StoredPreference.MALFORMED);
        }
        StoredPreference here = reading.known().map(Installation::preference).orElse(StoredPreference.UNSET);
        if (here == StoredPreference.UNSET) {
            remark = "";
            return shared;
        }
        return restricted(shared, here, decided(store));
    }

    private static StoredPreference decided(InstallationStore store) {
        return store.ledger().last().map(HostFile::preferenceOf).orElse(StoredPreference.UNSET);
    }

    private static StoredPreference preferenceOf(ConsentReceipt receipt) {
        return receipt.state() == ConsentState.GRANTED ? StoredPreference.YES : StoredPreference.NO;
    }

    private Installation restricted(Installation shared, StoredPreference here, StoredPreference decided) {
        boolean agree = here == decided || decided == StoredPreference.UNSET;
        if (agree || isBehind(here, decided)) {
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
        if (!keeps || decided == StoredPreference.UNSET) {
            return;
        }
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

    void forget() {
        if (file.read().known().flatMap(Installation::id).isPresent()) {
            file.resetIdentity();
        }
    }
}
