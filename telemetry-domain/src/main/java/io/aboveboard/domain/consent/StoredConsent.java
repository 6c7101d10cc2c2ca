package io.aboveboard.domain.consent;

/** What the stored receipts and the installation together say about the detailed layer. */
public sealed interface StoredConsent {
    /** Nothing has been decided. */
    record Undecided() implements StoredConsent {}

    /**
     * Decided, and everything agrees.
     *
     * @param receipt the last receipt
     * @param epoch the epoch it belongs to, see {@link ConsentEpoch}
     */
    record Decided(ConsentReceipt receipt, long epoch) implements StoredConsent {
        /**
         * A decision that begins an epoch of its own.
         *
         * @param receipt the last receipt
         */
        public Decided(ConsentReceipt receipt) {
            this(receipt, receipt.sequence());
        }
    }

    /**
     * Somebody wrote a decision into the installation for which there is no receipt yet. A no is in force at once; a yes
     * waits for its receipt.
     *
     * @param state the decision
     */
    record WrittenByHost(ConsentState state) implements StoredConsent {}

    /**
     * The sources contradict each other in a way that only a new decision can settle.
     *
     * @param why what contradicts what
     */
    record Conflicting(String why) implements StoredConsent {}

    /**
     * What was decided cannot be read.
     *
     * @param why what cannot be read and what to do about it
     */
    record Unreadable(String why) implements StoredConsent {}
}
