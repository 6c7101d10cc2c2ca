package io.aboveboard.bootstrap.http.access;

import io.aboveboard.bootstrap.config.AccessToken;
import io.aboveboard.domain.annotation.Nullable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * One browser that was let in. {@link #toString} shows nothing of it.
 *
 * @param id what its cookie says
 * @param formToken what its forms must say besides, which no foreign page can know
 */
public record Session(String id, String formToken) {
    static Session random() {
        return new Session(AccessToken.random(), AccessToken.random());
    }

    /**
     * Whether a form is one of its own.
     *
     * @param shown what the form says, or {@code null} if nothing
     * @return true if it is
     */
    public boolean owns(@Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        formToken.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Session[***]";
    }
}
