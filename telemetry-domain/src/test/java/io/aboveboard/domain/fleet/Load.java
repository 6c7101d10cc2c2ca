package io.aboveboard.domain.fleet;

import java.time.Instant;
import java.util.Arrays;

/** What the backend has to take: requests by the second. A beat is a request of its own. */
final class Load {
    private final int[] atTime = new int[Period.SECONDS];
    private final int[] catchUps = new int[Period.SECONDS];
    private final int[] delayed = new int[Period.SECONDS];
    private final int[] firstSeen = new int[Period.SECONDS];
    private long waiting;

    void request(Beat beat, Instant delivered, boolean isAtOnce) {
        int[] kind = !isAtOnce ? delayed : beat.isCatchUp() ? catchUps : atTime;
        kind[Period.second(delivered)]++;
    }

    void firstSeen(Instant started) {
        firstSeen[Period.second(started)]++;
    }

    void waiting() {
        waiting++;
    }

    /** Beats delivered as they were made, at their time. */
    int[] atTime() {
        return atTime;
    }

    /** Beats made up for at a start and delivered at once. */
    int[] catchUps() {
        return catchUps;
    }

    /** Beats that waited for the network or for the next start. */
    int[] delayed() {
        return delayed;
    }

    /** Each with a new installation; mostly in one request with its first beat, here counted as one of its own. */
    int[] firstSeen() {
        return firstSeen;
    }

    int[] all() {
        int[] all = new int[Period.SECONDS];
        Arrays.setAll(all, second -> atTime[second] + catchUps[second] + delayed[second] + firstSeen[second]);
        return all;
    }

    /** Beats that are not delivered at the end of the period. */
    long stillWaiting() {
        return waiting;
    }

    static long sum(int[] perSecond) {
        return Arrays.stream(perSecond).asLongStream().sum();
    }

    static int peak(int[] counts) {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** The same in longer intervals. */
    static int[] by(int seconds, int[] perSecond) {
        int[] sums = new int[perSecond.length / seconds];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Arrays.stream(perSecond, i * seconds, (i + 1) * seconds).sum();
        }
        return sums;
    }
}
