package io.aboveboard.domain.port;

/**
 * Tells the person who runs an installation what it reports, once, before the first byte leaves. Called on the library's
 * own thread; implementations are quick and must not throw.
 */
@FunctionalInterface
public interface FirstRunNotice {
    /**
     * Shows the notice.
     *
     * @param notice what to tell
     */
    void show(Notice notice);

    /**
     * For hosts that tell in their own way, in a setup wizard for instance.
     *
     * @return one that shows nothing
     */
    static FirstRunNotice none() {
        return NoFirstRunNotice.INSTANCE;
    }
}
