package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.OutboxException;
import java.io.Closeable;
import java.io.IOException;

/**
 * Whether this process owns the outbox or only visits it, and what it may do accordingly. Turns failures of the disk into
 * that of the port. Thread-safe.
 */
final class Tenancy {
    private final Premises premises;
    private final Visit visit;
    private final Object claiming = new Object();
    private volatile @Nullable Spool spool;
    private volatile boolean closed;

    Tenancy(Premises premises) {
        this.premises = premises;
        this.visit = new Visit(premises);
    }

    /** Something done as the owner. */
    interface AsOwner<T> {
        T with(Spool spool) throws IOException;
    }

    /** Something done as a visitor. */
    interface AsVisitor<T> {
        T with(Visit visit) throws IOException;
    }

    boolean claim() {
        return attempt("The outbox could not be opened", () -> {
            synchronized (claiming) {
                requireOpen();
                if (spool == null) {
                    spool = open(true);
                }
                return spool != null;
            }
        });
    }

    /** The outbox as its owner has it, or {@code null} if another process is the owner. */
    private @Nullable Spool open(boolean isToStay) throws IOException {
        Folders folders = premises.folders();
        folders.create(premises.disk(), folders.telemetry());
        Closeable ownership = premises.disk().lock(folders.ownerLock());
        if (ownership == null) {
            return null;
        }
        Spool opened = null;
        try {
            opened = Spool.open(premises, ownership, isToStay);
            return opened;
        } finally {
            if (opened == null) {
                ownership.close();
            }
        }
    }

    /** What merely looks; it works after closing too. */
    <T> T look(String otherwise, AsOwner<T> asOwner, AsVisitor<T> asVisitor) {
        Spool own = spool;
        return attempt(otherwise, () -> own != null ? look(own, asOwner, asVisitor) : asVisitor.with(visit));
    }

    /** It may be closed by another thread meanwhile. */
    private <T> T look(Spool own, AsOwner<T> asOwner, AsVisitor<T> asVisitor) throws IOException {
        try {
            return asOwner.with(own);
        } catch (IOException failed) {
            if (closed) {
                return asVisitor.with(visit);
            }
            throw failed;
        }
    }

    /** One piece of what is looked at. */
    <T> T read(String otherwise, Guarded<T> piece) {
        return attempt(otherwise, piece);
    }

    /** What both may do. A visitor who finds the inbox crowded puts it in order, if there is no owner to do it. */
    <T> T change(String otherwise, AsOwner<T> asOwner, AsVisitor<T> asVisitor) {
        return attempt(otherwise, () -> {
            requireOpen();
            Spool own = spool;
            if (own != null) {
                return asOwner.with(own);
            }
            T result = asVisitor.with(visit);
            if (visit.isCrowded()) {
                tidyUp();
            }
            return result;
        });
    }

    private void tidyUp() {
        try {
            asOwnerForNow(unused -> true);
        } catch (IOException anotherTime) {
            Premises.warn("The inbox could not be put in order: "
                    + Explanation.of(anotherTime, premises.folders().inbox()));
        }
    }

    /** What only the owner may do. */
    <T> T own(String otherwise, AsOwner<T> asOwner) {
        return attempt(otherwise, () -> {
            requireOpen();
            Spool own = spool;
            if (own == null) {
                throw new OutboxException(otherwise + ": " + premises.folders().spool()
                        + " has not been claimed by this process; end the one that has");
            }
            return asOwner.with(own);
        });
    }

    /** What only the owner may do, and this process too where there is none. */
    <T> T ownNow(String otherwise, AsOwner<T> asOwner) {
        return attempt(otherwise, () -> {
            requireOpen();
            T result = asOwnerForNow(asOwner);
            return result == null ? own(otherwise, asOwner) : result;
        });
    }

    /** Does something as the owner if there is no other; {@code null} if there is. */
    <T> @Nullable T asOwnerForNow(AsOwner<T> task) throws IOException {
        synchronized (claiming) {
            Spool own = spool;
            if (own != null) {
                return task.with(own);
            }
            try (Spool opened = open(false)) {
                return opened == null ? null : task.with(opened);
            }
        }
    }

    void close() {
        closed = true;
        Spool own = spool;
        spool = null;
        if (own != null) {
            attempt("The outbox could not be closed", () -> {
                own.close();
                return true;
            });
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new OutboxException(premises.folders().spool() + ": the outbox is closed");
        }
    }

    private <T> T attempt(String otherwise, Guarded<T> task) {
        try {
            return task.run();
        } catch (IOException failed) {
            throw Explanation.failure(otherwise, premises.folders().spool(), failed);
        }
    }
}
