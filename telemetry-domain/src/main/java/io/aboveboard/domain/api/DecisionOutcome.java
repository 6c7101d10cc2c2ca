package io.aboveboard.domain.api;

import io.aboveboard.domain.consent.ConsentReceipt;
import java.util.List;

/** What came of a decision. */
public sealed interface DecisionOutcome {
    /**
     * It is in force and has its receipt.
     *
     * @param receipt its proof
     * @param warnings what else a person should know, such as a mirror that could not be written
     * @param isWhole whether it is stored in every place, and no other process can act against it any more; if not, the
     *     warnings say what is missing
     */
    record Recorded(ConsentReceipt receipt, List<String> warnings, boolean isWhole) implements DecisionOutcome {
        /** Copies the warnings. */
        public Recorded {
            warnings = List.copyOf(warnings);
        }

        /**
         * A decision that nothing is missing of.
         *
         * @param receipt its proof
         * @param warnings what else a person should know
         */
        public Recorded(ConsentReceipt receipt, List<String> warnings) {
            this(receipt, warnings, true);
        }
    }

    /**
     * A no is in force in this process, but has no receipt, because that could not be stored. Storing it is tried again
     * until it succeeds.
     *
     * @param why what went wrong, and what to do
     * @param survivesRestart whether at least the installation says no, so that a restart does not undo it
     */
    record InForceUnsaved(String why, boolean survivesRestart) implements DecisionOutcome {}

    /**
     * A yes was not taken. What was in force before still is, unless the yes was stored in part; then it counts as no.
     *
     * @param why what stands against it, and what to do
     */
    record NotTaken(String why) implements DecisionOutcome {}
}
