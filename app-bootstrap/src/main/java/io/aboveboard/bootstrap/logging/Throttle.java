package io.aboveboard.bootstrap.logging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets each topic through at once and then at most once a period; what is held back is added up. A burst of topics beyond
 * {@value #MAX_TOPICS} is let through as one. Thread-safe.
 */
final class Throttle {
    static final int MAX_TOPICS = 100;
    private static final String THE_REST = "";

    private final Duration period;
    private final LongSupplier ticker;
    private final Map<String, Topic> topics = new HashMap<>();

    Throttle(Duration period, LongSupplier ticker) {
        this.period = period;
        this.ticker = ticker;
    }

    private static final class Topic {
        private long heldBack;
        private long passedAt;
        private boolean passed;

        /** Whether it is as good as a new one. */
        boolean isSpent(long now, Duration period) {
            return heldBack == 0 && now - passedAt >= period.toNanos();
        }
    }

    /** Adds to a topic. Returns how many there were since it was last let through, or 0 if it is not let through now. */
    synchronized long pass(String topic, long count) {
        long now = ticker.getAsLong();
        if (topics.size() >= MAX_TOPICS) {
            topics.values().removeIf(old -> old.isSpent(now, period));
        }
        Topic known = topics.containsKey(topic) || topics.size() < MAX_TOPICS
                ? topics.computeIfAbsent(topic, name -> new Topic())
                : topics.computeIfAbsent(THE_REST, name -> new Topic());
        known.heldBack += count;
        if (known.passed && now - known.passedAt < period.toNanos()) {
            return 0;
        }
        return letThrough(known, now);
    }

    private static long letThrough(Topic topic, long now) {
        long count = topic.heldBack;
        topic.heldBack = 0;
        topic.passedAt = now;
        topic.passed = true;
        return count;
    }
}
