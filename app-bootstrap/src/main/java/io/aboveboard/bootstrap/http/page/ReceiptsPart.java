package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.view.SafeText;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.port.ConsentLedgerException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every decision ever made, the last one first. */
final class ReceiptsPart {
    private static final int HASH_SHOWN = 12;

    private ReceiptsPart() {}

    static Content of(ConsentControl consent) {
        return Panels.panel(
                "decisions",
                "Every decision",
                el(
                        "p",
                        "Each has a receipt that is chained to the one before it by its hash. Product events carry the hash of"
                                + " the receipt they were sent under.",
                        cls("muted")),
                receipts(consent));
    }

    private static Content receipts(ConsentControl consent) {
        try {
            List<ConsentReceipt> latestFirst = new ArrayList<>(consent.history());
            Collections.reverse(latestFirst);
            return latestFirst.isEmpty() ? RecordPart.none("None yet.") : table(latestFirst);
        } catch (ConsentLedgerException unreadable) {
            return el(
                    "p",
                    "They cannot be read: " + SafeText.of(String.valueOf(unreadable.getMessage())),
                    cls("warning"));
        }
    }

    private static Content table(List<ConsentReceipt> receipts) {
        return Panels.scrolling(
                "Every decision",
                el(
                        "table",
                        el(
                                "thead",
                                el(
                                        "tr",
                                        each(
                                                List.of("No.", "Answer", "When", "Through", "By", "Text", "Hash"),
                                                name -> el("th", name, attr("scope", "col"))))),
                        el("tbody", each(receipts, ReceiptsPart::row))));
    }

    private static Content row(ConsentReceipt receipt) {
        String by = receipt.actor().id().isEmpty()
                ? "–"
                : SafeText.of(receipt.actor().id());
        return el(
                "tr",
                el("td", Long.toString(receipt.sequence())),
                el("td", receipt.state() == ConsentState.GRANTED ? "yes" : "no"),
                el("td", Moment.of(receipt.at())),
                el("td", Words.through(receipt.actor().surface())),
                el("td", by),
                el("td", SafeText.of(receipt.terms().textVersion())),
                el("td", el("code", receipt.hash().substring(0, HASH_SHOWN) + "…", attr("title", receipt.hash()))));
    }
}
