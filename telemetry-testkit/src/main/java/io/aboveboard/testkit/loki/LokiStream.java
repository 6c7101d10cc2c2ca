package io.aboveboard.testkit.loki;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** One stream: how new its newest entry is, and which lines it holds. Not thread-safe. */
final class LokiStream {
    private final Set<Line> lines = new HashSet<>();
    private Instant newest = Instant.MIN;

    private record Line(Instant time, String text) {}

    boolean isTooFarBehind(Instant time, Duration most) {
        return !lines.isEmpty() && time.isBefore(newest.minus(most));
    }

    /** Keeps the entry unless the stream has that line at that nanosecond already; metadata is not compared. */
    boolean add(Instant time, String text) {
        newest = time.isAfter(newest) ? time : newest;
        return lines.add(new Line(time, text));
    }
}
