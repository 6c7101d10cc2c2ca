package io.aboveboard.bootstrap.status;

import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentReceipt;
import java.util.Locale;

/** Receipts for people. */
public final class ReceiptsText {
    private ReceiptsText() {}

    /**
     * One decision.
     *
     * @param receipt its receipt
     * @return one line
     */
    public static String of(ConsentReceipt receipt) {
        String actor =
                receipt.actor().id().isEmpty() ? "" : " by " + receipt.actor().id();
        String recipient = receipt.terms().recipient().isEmpty()
                ? "no recipient"
                : receipt.terms().recipient();
        return receipt.sequence() + "  " + receipt.at() + "  "
                + receipt.state().name().toLowerCase(Locale.ROOT) + " through "
                + receipt.actor().surface().code() + actor + "  (text "
                + receipt.terms().textVersion() + ", schema "
                + receipt.terms().schemaVersion() + ", " + recipient + ")";
    }

    /**
     * What checking them came to.
     *
     * @param chain the chain, checked
     * @return one line
     */
    public static String of(ConsentChain chain) {
        int proved = chain.receipts().size();
        if (chain instanceof ConsentChain.Broken broken) {
            return "broken at line " + broken.line() + ": the receipt " + broken.why() + "; before it "
                    + counted(proved) + " intact";
        }
        return proved == 0
                ? "nothing was decided yet"
                : "intact: " + counted(proved) + " proved; the last hash is "
                        + chain.receipts().get(proved - 1).hash();
    }

    private static String counted(int receipts) {
        return receipts == 1 ? "1 receipt is" : receipts + " receipts are";
    }
}
