package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentReceipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The receipts of a file, checked one against the other.
 *
 * @param content the bytes that were checked
 * @param chain what that came to
 * @param length how many bytes the lines take; what follows was cut short by a crash and never acknowledged
 */
@SuppressWarnings("ArrayRecordComponent")
record ReceiptChain(byte[] content, ConsentChain chain, int length) {
    static ReceiptChain empty() {
        return of(new byte[0]);
    }

    /** Reads and checks a chain. */
    static ReceiptChain of(byte[] content) {
        List<ConsentChain.Line> lines = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < content.length; end++) {
            if (content[end] == '\n') {
                lines.add(ReceiptJson.read(new String(content, start, end - start, StandardCharsets.UTF_8)));
                start = end + 1;
            }
        }
        return new ReceiptChain(content, ConsentChain.verify(lines), start);
    }

    /** Whether exactly these bytes were checked, so that they need not be checked again. */
    boolean isOf(byte[] bytes) {
        return Arrays.equals(content, bytes);
    }

    /**
     * The receipts, none of which is in doubt.
     *
     * @param where how to call the file in messages
     * @throws UnreadableFileException if a line is broken, or does not follow from the one before
     */
    List<ConsentReceipt> receipts(String where) throws UnreadableFileException {
        if (chain instanceof ConsentChain.Broken broken) {
            throw UnreadableFileException.of(
                    where + ", line " + broken.line(),
                    "the receipt " + broken.why()
                            + "; restore the file from a backup, or move it away and decide anew");
        }
        return chain.receipts();
    }

    /** The last of the receipts; see {@link #receipts}. */
    @Nullable
    ConsentReceipt last(String where) throws UnreadableFileException {
        List<ConsentReceipt> receipts = receipts(where);
        return receipts.isEmpty() ? null : receipts.get(receipts.size() - 1);
    }
}
