package io.aboveboard.domain.port;

import io.aboveboard.domain.annotation.Nullable;
import java.time.Instant;

/**
 * What a delivery came to.
 *
 * @param verdict what is to be done with the batch
 * @param serverTime the receiver's clock as its answer gave it, or {@code null} if it gave none
 */
public record Answer(Verdict verdict, @Nullable Instant serverTime) {
    /**
     * An answer of a receiver that did not tell its time.
     *
     * @param verdict what is to be done
     * @return the answer
     */
    public static Answer of(Verdict verdict) {
        return new Answer(verdict, null);
    }
}
