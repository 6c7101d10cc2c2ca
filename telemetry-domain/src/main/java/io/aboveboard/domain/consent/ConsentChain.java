package io.aboveboard.domain.consent;

import io.aboveboard.domain.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;

/** What checking a chain of receipts came to: every hash, every sequence number, every link to the one before. */
public sealed interface ConsentChain {
    /**
     * Every receipt is as it was written, and none is missing in between.
     *
     * @param receipts the receipts, oldest first
     */
    record Intact(List<ConsentReceipt> receipts) implements ConsentChain {
        /** Makes it unmodifiable. */
        public Intact {
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * From some line on nothing is proved any more.
     *
     * @param receipts those before it, oldest first, which are intact
     * @param line the number of the line, from 1
     * @param why what is wrong with it; continues a sentence that begins with "the receipt"
     */
    record Broken(List<ConsentReceipt> receipts, int line, String why) implements ConsentChain {
        /** Makes it unmodifiable. */
        public Broken {
            receipts = List.copyOf(receipts);
        }
    }

    /** One receipt as it was read. */
    sealed interface Line {
        /**
         * It can be read.
         *
         * @param receipt what stands there
         * @param hash the hash that was written beside it
         */
        record Legible(ConsentReceipt receipt, String hash) implements Line {}

        /**
         * It cannot be read.
         *
         * @param why what is wrong with it; continues a sentence that begins with "the receipt"
         */
        record Illegible(String why) implements Line {}
    }

    /**
     * The receipts that are proved.
     *
     * @return oldest first
     */
    List<ConsentReceipt> receipts();

    /**
     * Checks a chain. A pure function. What it cannot notice is that receipts are missing at the end: for that, compare the
     * last hash with the one that the newest detailed record carries.
     *
     * @param lines what was read, oldest first
     * @return what that came to, with the place of the first break
     */
    static ConsentChain verify(List<? extends Line> lines) {
        List<ConsentReceipt> proved = new ArrayList<>();
        for (Line line : lines) {
            ConsentReceipt last = proved.isEmpty() ? null : proved.get(proved.size() - 1);
            String flaw = flawOf(line, last);
            if (flaw != null) {
                return new Broken(proved, proved.size() + 1, flaw);
            }
            proved.add(((Line.Legible) line).receipt());
        }
        return new Intact(proved);
    }

    private static @Nullable String flawOf(Line line, @Nullable ConsentReceipt last) {
        if (line instanceof Line.Illegible illegible) {
            return illegible.why();
        }
        Line.Legible legible = (Line.Legible) line;
        return legible.receipt().hash().equals(legible.hash())
                ? flawBetween(last, legible.receipt())
                : "does not match its own hash, so it was changed after it was written";
    }

    private static @Nullable String flawBetween(@Nullable ConsentReceipt last, ConsentReceipt next) {
        if (next.sequence() != (last == null ? 1 : last.sequence() + 1)) {
            return "has number " + next.sequence() + ", so one is missing or out of place";
        }
        String expected = last == null ? ConsentReceipt.NO_PREDECESSOR : last.hash();
        return next.previousHash().equals(expected) ? null : "does not follow from the one before it";
    }
}
