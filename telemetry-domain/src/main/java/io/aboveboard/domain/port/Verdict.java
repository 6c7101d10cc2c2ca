package io.aboveboard.domain.port;

import java.time.Duration;

/** What is to be done with a batch after a delivery. Text in it is safe to show. */
public sealed interface Verdict {
    /**
     * The receiver acknowledged the whole batch.
     *
     * @param warning what it remarked, empty if nothing
     */
    record Delivered(String warning) implements Verdict {}

    /**
     * The receiver acknowledged the batch but rejected some of its records, and does not say which. Not sent again.
     *
     * @param rejected how many; 1 to the size of the batch
     * @param reason what it said
     */
    record PartiallyRejected(int rejected, String reason) implements Verdict {}

    /**
     * Not delivered; the same bytes may be sent again.
     *
     * @param reason what went wrong
     * @param atLeast how long the receiver asked to be left alone, zero if it named no time
     */
    record Retry(String reason, Duration atLeast) implements Verdict {
        /**
         * A retry without a time named by the receiver.
         *
         * @param reason what went wrong
         * @return the verdict
         */
        public static Retry because(String reason) {
            return new Retry(reason, Duration.ZERO);
        }
    }

    /**
     * Not delivered, and sending again is pointless until somebody changes something. The batch is kept.
     *
     * @param reason what the receiver refused
     * @param remedy what to do about it
     */
    record Parked(String reason, String remedy) implements Verdict {}

    /**
     * Not delivered because the request was too large; two smaller ones may do.
     *
     * @param reason what the receiver said
     */
    record TooLarge(String reason) implements Verdict {}

    /**
     * Refused for good. Not sent again.
     *
     * @param reason what the receiver said
     */
    record Refused(String reason) implements Verdict {}
}
