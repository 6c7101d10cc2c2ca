package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.InstallationStoreException;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The gate of all processes that use a state folder, by locks on {@code telemetry/gate.lock}. Obtained from {@link
 * FileInstallationStore#gate()}. Where no receipt can be read there can be no yes, and nothing is created or waited for.
 * Where this process may write nothing, a decision of it holds in itself alone, and so does its hold of the gate.
 *
 * <p>Thread-safe. Holds nothing open between two holds. A hold is waited for up to 5 s among threads, and as long again
 * among processes; what a killed process held is free at once.
 */
public final class FileConsentGate implements ConsentGate {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(8);

    private final StateDirectory directory;
    private final Pauser pauser;
    private final Duration patience;
    private volatile @Nullable GateFile known;

    FileConsentGate(StateDirectory directory, Pauser pauser) {
        this(directory, pauser, PATIENCE);
    }

    FileConsentGate(StateDirectory directory, Pauser pauser, Duration patience) {
        this.directory = directory;
        this.pauser = pauser;
        this.patience = patience;
    }

    @Override
    public <T> T shared(Supplier<T> action) {
        GateFile file = file();
        return file.within().shared(() -> besideOthers(file, action));
    }

    private <T> T besideOthers(GateFile file, Supplier<T> action) {
        boolean isHeld = isEntered(file);
        try {
            return action.get();
        } finally {
            if (isHeld) {
                file.leave();
            }
        }
    }

    private boolean isEntered(GateFile file) {
        try {
            return isEnteredOrNeedless(file);
        } catch (IOException failed) {
            throw unheld("Nothing is stored or sent: ", failed);
        }
    }

    /**
     * Comes in, unless nothing can be read here that a decision could be taken against.
     *
     * @return whether there is something to leave
     */
    private boolean isEnteredOrNeedless(GateFile file) throws IOException {
        try {
            enter(file, GateFile.LOOKING);
            return true;
        } catch (GateBusyException busy) {
            throw busy;
        } catch (NoSuchFileException none) {
            return isDecidedUpon() && isEnteredWhereItWasMissing(file);
        } catch (IOException refused) {
            if (Files.isReadable(directory.receipts())) {
                throw refused;
            }
            return false;
        }
    }

    /** The receipts of a backup may come without their lock file. */
    private boolean isEnteredWhereItWasMissing(GateFile file) throws IOException {
        enter(file, GateFile.CREATING);
        return true;
    }

    private boolean isDecidedUpon() {
        return Files.exists(directory.receipts());
    }

    private void enter(GateFile file, Set<OpenOption> how) throws IOException {
        Patience left = new Patience(pauser, patience, LONGEST_PAUSE);
        while (!file.isEntered(directory.gate(), how)) {
            if (!left.waits()) {
                throw new GateBusyException("is still taking a decision", patience);
            }
        }
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        GateFile file = file();
        return file.within().exclusively(() -> alone(file, action));
    }

    private <T> T alone(GateFile file, Supplier<T> action) {
        AsynchronousFileChannel held = isolated(file);
        try {
            return action.get();
        } finally {
            GateFile.close(held);
        }
    }

    private @Nullable AsynchronousFileChannel isolated(GateFile file) {
        try {
            directory.create();
            return file.isolate(directory.gate(), new Patience(pauser, patience, LONGEST_PAUSE), patience);
        } catch (GateBusyException busy) {
            throw unheld("The decision was not taken: ", busy);
        } catch (IOException nothingCanBeWritten) {
            return null;
        }
    }

    private InstallationStoreException unheld(String what, IOException failed) {
        return new InstallationStoreException(what + Explanation.of(failed, directory.gate()), failed);
    }

    /** Found out at the first hold: by then the folder is where it will be, or its parents are. */
    private GateFile file() {
        GateFile file = known;
        if (file == null) {
            file = GateFile.of(realPath(directory.gate()), patience);
            known = file;
        }
        return file;
    }

    /** As far as it exists; what is missing will be created as it is named. */
    private static Path realPath(Path path) {
        Path parent = path.getParent();
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return parent == null ? path : realPath(parent).resolve(Objects.requireNonNull(path.getFileName(), "name"));
        }
    }
}
