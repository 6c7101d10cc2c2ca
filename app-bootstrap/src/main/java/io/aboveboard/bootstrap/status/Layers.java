package io.aboveboard.bootstrap.status;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.consent.RefusalReason;

/**
 * Which layers are on, and why not both.
 *
 * @param code {@code all}, {@code base} or {@code none}
 * @param reason what keeps the others off, or {@code null} if nothing does
 */
record Layers(String code, @Nullable RefusalReason reason) {
    static Layers of(Status status) {
        if (status.baseRefusal() != null) {
            return new Layers("none", status.baseRefusal());
        }
        return status.consent().isEffective()
                ? new Layers("all", null)
                : new Layers("base", status.consent().refusal());
    }
}
