package io.aboveboard.domain.port;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Keeps decisions and the handling of records apart, over all processes and replicas that share one installation. Who
 * stores or hands over records holds it shared from the look at the consent until the records are out of hand; a decision
 * holds it exclusively. A waiting decision is not overtaken for long, and an interrupt fails neither hold. Neither may be
 * nested in the other, nor in itself. Implementations are thread-safe and bound every wait.
 */
public interface ConsentGate {
    /**
     * Does something beside others that hold it shared.
     *
     * @param action what to do
     * @param <T> what comes of it
     * @return what came of it
     * @throws InstallationStoreException if the hold could not be had; the action was not begun
     * @throws IllegalStateException if this thread holds the gate already
     */
    <T> T shared(Supplier<T> action);

    /**
     * Does something alone.
     *
     * @param action what to do
     * @param <T> what comes of it
     * @return what came of it
     * @throws InstallationStoreException if the hold could not be had; the action was not begun
     * @throws IllegalStateException if this thread holds the gate already
     */
    <T> T exclusively(Supplier<T> action);

    /**
     * For installations that nobody shares.
     *
     * @return a gate that is always open
     */
    static ConsentGate open() {
        return OpenConsentGate.INSTANCE;
    }

    /**
     * For installations that only the threads of this process share, and as the inner door of gates between processes.
     *
     * @param patience how long a hold is waited for
     * @return a new gate
     */
    static ConsentGate withinProcess(Duration patience) {
        return new InProcessConsentGate(patience);
    }
}
