package io.aboveboard.bootstrap.http.access;

import io.aboveboard.bootstrap.config.AccessToken;
import io.aboveboard.domain.annotation.Nullable;

/**
 * What opens which door. {@link #toString} shows no token.
 *
 * @param use what a program must show to record and to read, or {@code null} if it need not show anything
 * @param decide what one must show to decide, or {@code null} if nobody can
 * @param place where people find the latter, empty if nowhere
 */
public record Keyring(@Nullable AccessToken use, @Nullable AccessToken decide, String place) {
    /**
     * Whether this is the token of who decides.
     *
     * @param shown what was shown
     * @return true if it is
     */
    public boolean decides(String shown) {
        return decide != null && decide.matches(shown);
    }

    boolean uses(String shown) {
        return use != null && use.matches(shown);
    }

    boolean isOpen() {
        return use == null;
    }
}
