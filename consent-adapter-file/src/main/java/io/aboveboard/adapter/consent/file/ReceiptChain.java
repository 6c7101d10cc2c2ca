package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentReceipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The receipts of a file, checked one against the other.
 *
 * @param receipts oldest first
 * @param length how many bytes they take; what follows was cut short by a crash and never acknowledged
 */
record ReceiptChain(List<ConsentReceipt> receipts, int length) {
    /** Makes it unmodifiable. */
    ReceiptChain {
        receipts = List.copyOf(receipts);
    }

    static ReceiptChain empty() {
        return new ReceiptChain(List.of(), 0);
    }

    /**
     * Reads and checks a chain.
     *
     * @param where how to call the file in messages
     * @throws UnreadableFileException if a line is broken, or does not follow from the one before
     */
    static ReceiptChain of(String where, byte[] content) throws UnreadableFileException {
        List<ConsentReceipt> receipts = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < content.length; end++) {
            if (content[end] == '\n') {
                String line = new String(content, start, end - start, StandardCharsets.UTF_8);
                receipts.add(read(where, line, receipts));
                start = end + 1;
            }
        }
        return new ReceiptChain(receipts, start);
    }

    @Nullable
    ConsentReceipt last() {
        return receipts.isEmpty() ? null : receipts.get(receipts.size() - 1);
    }

    private static ConsentReceipt read(String where, String line, List<ConsentReceipt> before)
            throws UnreadableFileException {
        try {
            ConsentReceipt receipt = ReceiptJson.read(line);
            requireNext(receipt, before);
            return receipt;
        } catch (BrokenReceiptException broken) {
            throw UnreadableFileException.of(
                    where + ", line " + (before.size() + 1),
                    "the receipt " + broken.getMessage()
                            + "; restore the file from a backup, or move it away and decide" + " anew");
        }
    }

    private static void requireNext(ConsentReceipt receipt, List<ConsentReceipt> before) throws BrokenReceiptException {
        if (receipt.sequence() != before.size() + 1L) {
            throw new BrokenReceiptException(
                    "has number " + receipt.sequence() + ", so one is missing or out of place");
        }
        String expected = before.isEmpty()
                ? ConsentReceipt.NO_PREDECESSOR
                : before.get(before.size() - 1).hash();
        if (!receipt.previousHash().equals(expected)) {
            throw new BrokenReceiptException("does not follow from the one before it");
        }
    }
}
