package io.aboveboard.adapter.consent.file;

import java.io.IOException;

/** A line of the receipts is not what was written there. Its message continues a sentence that begins with the line. */
final class BrokenReceiptException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenReceiptException(String what) {
        super(what);
    }
}
