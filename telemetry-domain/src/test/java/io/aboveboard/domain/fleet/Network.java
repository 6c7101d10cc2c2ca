package io.aboveboard.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** When an installation had no way out. Immutable. */
final class Network {
    private static final double FAILURES_A_DAY = 0.005;
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    /** The courier's longest pause between two attempts. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private record Failure(Instant from, Instant noticedGone) {}

    private final List<Failure> failures;

    private Network(List<Failure> failures) {
        this.failures = failures;
    }

    /** Failures of five minutes to almost two days, each length as likely as its double. */
    static Network any(SplittableRandom random, ZoneId zone) {
        List<Failure> failures = new ArrayList<>();
        for (int day = 0; day < Period.DAYS; day++) {
            if (random.nextDouble() < FAILURES_A_DAY) {
                Instant from = Period.at(day, LocalTime.ofSecondOfDay(random.nextInt(86_400)), zone);
                long seconds = (long) (SHORTEST.toSeconds() * Math.pow(2, random.nextDouble(DOUBLINGS)));
                long pause = random.nextLong(LONGEST_PAUSE.toSeconds());
                failures.add(new Failure(from, from.plusSeconds(seconds + pause)));
            }
        }
        return new Network(failures);
    }

    /** When a request that is wanted at a moment gets through, as far as the network is concerned. */
    Instant through(Instant wanted) {
        Instant through = wanted;
        for (Failure failure : failures) {
            if (!through.isBefore(failure.from()) && through.isBefore(failure.noticedGone())) {
                through = failure.noticedGone();
            }
        }
        return through;
    }
}
