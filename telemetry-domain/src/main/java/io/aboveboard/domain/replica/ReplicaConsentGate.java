package io.aboveboard.domain.replica;

import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.InstallationStoreException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The shared gate, and a way past it for what no decision is about: where the gate cannot be had, the action is done all
 * the same, but as long as it lasts the thread sees nothing of what was decided. Thread-safe.
 */
final class ReplicaConsentGate implements ConsentGate {
    private final ConsentGate shared;
    private final Reach reach;
    private final ThreadLocal<String> past = new ThreadLocal<>();

    ReplicaConsentGate(ConsentGate shared, Reach reach) {
        this.shared = shared;
        this.reach = reach;
    }

    /** Why this thread went past the gate; empty where it did not. */
    String pastBecause() {
        String why = past.get();
        return why == null ? "" : why;
    }

    @Override
    public <T> T shared(Supplier<T> action) {
        String hindrance = reach.hindrance();
        if (!hindrance.isEmpty()) {
            return goPast(action, hindrance);
        }
        Begun<T> begun = new Begun<>(action);
        try {
            return shared.shared(begun);
        } catch (InstallationStoreException failed) {
            if (begun.isBegun()) {
                throw failed;
            }
            String why = String.valueOf(failed.getMessage());
            reach.lost(why);
            return goPast(action, why);
        }
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        return shared.exclusively(action);
    }

    private <T> T goPast(Supplier<T> action, String why) {
        if (past.get() != null) {
            throw new IllegalStateException("this thread went past the gate already");
        }
        past.set(why);
        try {
            return action.get();
        } finally {
            past.remove();
        }
    }

    /** An action fails in the way of its port, too; only one that was not begun may be begun anew. */
    private static final class Begun<T> implements Supplier<T> {
        private final Supplier<T> action;
        private final AtomicBoolean begun = new AtomicBoolean();

        Begun(Supplier<T> action) {
            this.action = action;
        }

        boolean isBegun() {
            return begun.get();
        }

        @Override
        public T get() {
            begun.set(true);
            return action.get();
        }
    }
}
