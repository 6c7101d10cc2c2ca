package io.aboveboard.bootstrap.http.access;

import io.aboveboard.bootstrap.http.guard.Refusal;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.bootstrap.http.guard.TokenBucket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How many wrong keys may be shown from one address. Once there were too many, whatever is shown from there is not even
 * looked at, until time has passed: else who guesses would lose nothing by guessing on. Other addresses do not wait with
 * it. Remembers the last {@value #MOST} addresses from which something wrong was shown. Thread-safe.
 */
final class Guesses {
    static final int MOST = 1_024;

    private final Supplier<TokenBucket> fresh;
    private final Map<String, TokenBucket> wrong = new LinkedHashMap<>(16, 0.75f, true);

    /** @param fresh makes what counts the wrong ones of an address */
    Guesses(Supplier<TokenBucket> fresh) {
        this.fresh = fresh;
    }

    /**
     * Looks at what is shown, one after the other.
     *
     * @param address where it comes from
     * @param lookedAt what it opens, or nothing if it is wrong
     * @return the same
     * @throws RefusedException with 429 if too much was wrong
     */
    synchronized <T> Optional<T> look(String address, Supplier<Optional<T>> lookedAt) {
        TokenBucket bucket = wrong.get(address);
        long seconds = bucket == null ? 0 : bucket.untilOne();
        if (seconds > 0) {
            throw new RefusedException(
                    Refusal.of(429, "too_many_attempts", "too many wrong tokens came from there; come again later")
                            .until(seconds));
        }
        Optional<T> opened = lookedAt.get();
        if (opened.isEmpty()) {
            count(address);
        }
        return opened;
    }

    private void count(String address) {
        wrong.computeIfAbsent(address, first -> fresh.get()).take();
        if (wrong.size() > MOST) {
            wrong.remove(wrong.keySet().iterator().next());
        }
    }
}
