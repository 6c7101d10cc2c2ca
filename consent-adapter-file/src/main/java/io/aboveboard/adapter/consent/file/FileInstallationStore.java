package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * The installation in {@code installation.json} of a state folder, which belongs to the host: only own keys are changed,
 * in the text, and everything else keeps every byte, also beside a host that rewrites the file in place without a lock.
 * What the file has no key for lies in {@code telemetry/} beside it.
 *
 * <p>Thread-safe, and safe beside other processes. Holds nothing open, so nobody closes it; creates nothing before the
 * first change. Reading waits up to 2 s for a file that is half-written, a change up to 10 s for the lock as well; an
 * interrupt cuts neither short.
 */
public final class FileInstallationStore implements InstallationStore {
    private final StateDirectory directory;
    private final Disk disk;
    private final StateLock lock;
    private final SharedFile shared;
    private final PrivateFile milestones;
    private final InstallationSave save;
    private final Quarantine quarantine;
    private final CorruptCopies corrupt;
    private final FileConsentLedger ledger;
    private final FileConsentGate gate;
    private final AtomicBoolean tidied = new AtomicBoolean();

    FileInstallationStore(Path stateDir, Disk disk, Pauser pauser) {
        this.directory = StateDirectory.of(stateDir);
        this.disk = disk;
        this.lock = new StateLock(directory.lock(), pauser);
        this.shared = new SharedFile(directory.installation(), new PrivateFile(directory.backup(), disk, pauser));
        this.milestones = new PrivateFile(directory.milestones(), disk, pauser);
        this.quarantine = new Quarantine(directory.quarantine(), disk, pauser);
        this.save = new InstallationSave(shared, milestones, quarantine);
        this.corrupt = new CorruptCopies(directory.installation(), milestones);
        this.ledger = new FileConsentLedger(directory, lock, disk);
        this.gate = new FileConsentGate(directory, pauser);
    }

    /**
     * The installation of a state folder.
     *
     * @param stateDir the folder in which {@code installation.json} stands or is to stand; created with the first change
     * @return the store; nothing is read or written yet
     */
    public static FileInstallationStore in(Path stateDir) {
        return new FileInstallationStore(stateDir, Disk.real(), Pauser.parking());
    }

    @Override
    public InstallationReading read() {
        try {
            return Uninterruptible.call(this::readNow);
        } catch (UnreadableFileException unreadable) {
            return new InstallationReading.Unreadable(unreadable.where(), unreadable.why());
        } catch (IOException failed) {
            String where = directory.installation().toString();
            return new InstallationReading.Unreadable(where, Explanation.of(failed, directory.installation()));
        }
    }

    private InstallationReading readNow() throws UnreadableFileException {
        Optional<JsonObjectText> text = shared.read();
        if (text.isEmpty()) {
            return new InstallationReading.Missing();
        }
        JsonObjectText own = InstallationSave.readOwn(milestones);
        return new InstallationReading.Found(InstallationSave.installation(text.get(), own));
    }

    @Override
    public Installation update(UnaryOperator<Installation> change) {
        try {
            return Uninterruptible.call(() -> updateNow(change));
        } catch (IOException failed) {
            throw new InstallationStoreException(
                    "The installation was not saved: " + Explanation.of(failed, directory.installation()), failed);
        }
    }

    private Installation updateNow(UnaryOperator<Installation> change) throws IOException {
        try {
            return changed(change);
        } catch (UnreadableFileException unreadable) {
            if (isSalvaged(unreadable)) {
                return changed(change);
            }
            throw unreadable;
        }
    }

    private Installation changed(UnaryOperator<Installation> change) throws IOException {
        Optional<Installation> unchanged = save.unchanged(change);
        if (unchanged.isPresent()) {
            tidyUnlessClean();
            return unchanged.get();
        }
        directory.create();
        try {
            return lock.whileHeld(() -> {
                tidyOnce();
                return save.run(change);
            });
        } catch (StateLockedException locked) {
            return unlessDoneByAnother(change, locked);
        }
    }

    /** Of many that start at once each wants the same, and whoever got in has done it for all. */
    private Installation unlessDoneByAnother(UnaryOperator<Installation> change, StateLockedException locked)
            throws IOException {
        Optional<Installation> done = save.unchanged(change);
        if (done.isEmpty()) {
            throw locked;
        }
        return done.get();
    }

    @Override
    public boolean salvage() {
        try {
            return Uninterruptible.call(this::isSalvagedNow);
        } catch (IOException failed) {
            throw new InstallationStoreException(
                    "The installation was not salvaged: " + Explanation.of(failed, directory.installation()), failed);
        }
    }

    /** What cannot even be salvaged is left for the one who is told that it cannot be read. */
    private boolean isSalvaged(UnreadableFileException unreadable) {
        try {
            return isSalvagedNow();
        } catch (IOException failed) {
            unreadable.addSuppressed(failed);
            return false;
        }
    }

    private boolean isSalvagedNow() throws IOException {
        if (isReadable()) {
            return true;
        }
        requireContent();
        directory.create();
        return lock.whileHeld(() -> {
            shared.undoWhatWasCutShort();
            if (isReadable()) {
                return true;
            }
            corrupt.keep();
            return false;
        });
    }

    /** What may not be read, or is no file, is not copied, and no folder is created for it. */
    private void requireContent() throws UnreadableFileException {
        FileContent.of(SharedLink.resolve(directory.installation()), JsonObjectReader.MAX_BYTES);
    }

    private boolean isReadable() {
        try {
            shared.standing();
            return true;
        } catch (UnreadableFileException unreadable) {
            return false;
        }
    }

    /** A killed process leaves at most the one file that it was writing. What cannot be removed is tried again. */
    private boolean tidyOnce() {
        if (tidied.get()) {
            return true;
        }
        try {
            shared.undoWhatWasCutShort();
            shared.removeLeftovers();
            TemporaryFile.removeLeftovers(directory.milestones());
            tidied.set(true);
        } catch (IOException failed) {
            tryAgainLater(failed);
        }
        return tidied.get();
    }

    /** Where nothing is to be stored, nothing is created and nothing fails for what somebody else left. */
    private void tidyUnlessClean() {
        try {
            if (!tidied.get() && isUntidy()) {
                lock.whileHeld(this::tidyOnce);
            }
        } catch (IOException failed) {
            tryAgainLater(failed);
        }
    }

    private static void tryAgainLater(IOException failed) {
        System.getLogger(FileInstallationStore.class.getName())
                .log(System.Logger.Level.DEBUG, "what a killed process left could not be removed yet", failed);
    }

    private boolean isUntidy() throws IOException {
        return Files.isDirectory(directory.telemetry())
                && (shared.isUntidy()
                        || !TemporaryFile.leftovers(directory.milestones()).isEmpty());
    }

    /** Copies of what was there before hold the identity as well. */
    @Override
    public void resetIdentity() {
        InstallationStore.super.resetIdentity();
        try {
            Uninterruptible.call(() -> Files.exists(directory.telemetry()) && lock.whileHeld(this::areCopiesForgotten));
        } catch (IOException failed) {
            throw new InstallationStoreException(
                    "Copies of the installation were not deleted: " + Explanation.of(failed, directory.telemetry()),
                    failed);
        }
    }

    private boolean areCopiesForgotten() throws IOException {
        shared.removeLeftovers();
        TemporaryFile.removeLeftovers(directory.milestones());
        shared.forgetBackup();
        quarantine.forget();
        corrupt.forget();
        disk.syncFolder(directory.telemetry());
        return true;
    }

    /** Nothing before there is an installation: where nothing is kept, nothing can be lost. */
    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        directory.unwritable().map(Explanation::ofUnwritable).ifPresent(remarks::add);
        if (Files.exists(directory.installation()) && isLostWithTheContainer()) {
            remarks.add(
                    directory.root() + " is lost with the container, and the next one counts as another installation;"
                            + " mount a volume there");
        }
        return remarks;
    }

    /**
     * Whether the state folder lies in the writable layer of a container, so that what is stored there does not outlive it.
     *
     * @return false also where that cannot be told
     */
    public boolean isLostWithTheContainer() {
        return ContainerLayer.ofThisMachine().holds(directory.root());
    }

    @Override
    public FileConsentLedger ledger() {
        return ledger;
    }

    @Override
    public FileConsentGate gate() {
        return gate;
    }
}
