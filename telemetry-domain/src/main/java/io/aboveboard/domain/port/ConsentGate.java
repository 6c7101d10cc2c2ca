package io.aboveboard.domain.port;

import java.util.function.Supplier;

/**
 * Keeps decisions and the handling of records apart, over all processes and replicas that share one installation. Who
 * stores or hands over records holds it shared from the look at the consent until the records are out of hand; a decision
 * holds it exclusively. A waiting decision is not overtaken for long. Neither hold may be nested in the other, nor in
 * itself. Implementations are thread-safe and bound every wait.
 */
public interface ConsentGate {
    /**
     * Does something beside others that hold it shared.
     *
     * @param action what to do
     * @param <T> what comes of it
     * @return what came of it
     * @throws InstallationStoreException if the hold could not be had; the action was not begun
     */
    <T> T shared(Supplier<T> action);

    /**
     * Does something alone.
     *
     * @param action what to do
     * @param <T> what comes of it
     * @return what came of it
     * @throws InstallationStoreException if the hold could not be had; the action was not begun
     */
    <T> T exclusively(Supplier<T> action);

    /**
     * For installations that no other process shares.
     *
     * @return a gate that is always open
     */
    static ConsentGate open() {
        return OpenConsentGate.INSTANCE;
    }
}
