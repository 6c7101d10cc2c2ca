package io.aboveboard.domain.fleet;

import java.util.Arrays;

/**
 * What waits when the backend is away, at the worst moment of the period.
 *
 * @param hours for how long
 * @param waiting installations that have a beat to deliver when it is back
 * @param old those whose beat is too old by then for the stream that all share
 */
record Outage(int hours, long waiting, long old) {
    static Outage atWorst(int hours, Load load) {
        int[] perMinute = Load.by(60, load.all());
        int minutes = hours * 60;
        int oldMinutes = minutes - (int) Streams.YOUNG.toMinutes();
        int begin = fullest(perMinute, oldMinutes, perMinute.length - minutes);
        return new Outage(hours, sum(perMinute, begin, minutes), sum(perMinute, begin, oldMinutes));
    }

    /** If old records shared a stream by the half hour they are of: one more where the outage begins within one. */
    long slots(int sharedStreams) {
        long halfHours = (hours * 60L - Streams.YOUNG.toMinutes()) / 30 + 2;
        return halfHours * sharedStreams;
    }

    private static int fullest(int[] perMinute, int length, int end) {
        int fullest = 0;
        long most = -1;
        for (int begin = 0; begin < end; begin++) {
            long sum = sum(perMinute, begin, length);
            if (sum > most) {
                most = sum;
                fullest = begin;
            }
        }
        return fullest;
    }

    private static long sum(int[] perMinute, int begin, int length) {
        return Arrays.stream(perMinute, begin, begin + length).asLongStream().sum();
    }
}
