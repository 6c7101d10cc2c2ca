package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.all;
import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.text;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.view.SafeText;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.ConsentStanding.State;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentTerms;
import java.util.Map;

/** The decision, and the switch: one click to turn it on, and one click to turn it off. */
final class ConsentPart {
    private static final String NONE_OF_BOTH =
            "Product events tell the maker which features are used. Until you decide, none is recorded.";

    private ConsentPart() {}

    static Content of(Visit visit, ConsentStanding standing, ConsentTerms terms) {
        return Panels.panel(
                "consent",
                "Product events",
                el("p", decision(standing), cls("decision " + look(standing))),
                el("p", cls("muted"), explained(standing.receipt())),
                when(!standing.remark().isEmpty(), () -> remark(standing)),
                el("div", cls("choices"), yes(visit, standing, terms), no(visit, standing)),
                explanation(visit, standing, terms));
    }

    private static Content remark(ConsentStanding standing) {
        return el("p", Words.sentence(SafeText.of(standing.remark())), cls("warning"));
    }

    /** No yes without its text. */
    private static Content explanation(Visit visit, ConsentStanding standing, ConsentTerms terms) {
        String label = canSayYes(standing, terms) ? "Read first what each answer means" : "Read what the yes covers";
        return el(
                "p",
                cls("muted"),
                el("a", label, attr("href", visit.link("/setup"))),
                text(" (" + SafeText.of(Words.version(terms)) + ")"));
    }

    private static Content yes(Visit visit, ConsentStanding standing, ConsentTerms terms) {
        String label = standing.state() == State.GRANTED ? "Share everything asked for" : "Share product events";
        return when(canSayYes(standing, terms), () -> choice(visit, "yes", label, "overview"));
    }

    /** Whether a yes would change anything: there is none, or it was given to less than what is asked now. */
    static boolean canSayYes(ConsentStanding standing, ConsentTerms terms) {
        return standing.state() != State.GRANTED
                || standing.receipt() == null
                || !standing.receipt().terms().textVersion().equals(terms.textVersion())
                || standing.receipt().terms().schemaNumber() < terms.schemaNumber();
    }

    static Content no(Visit visit, ConsentStanding standing) {
        String label = standing.state() == State.GRANTED ? "Stop product events" : "Share none";
        return when(standing.state() != State.DENIED, () -> choice(visit, "no", label, "overview"));
    }

    /** Both answers look the same. */
    static Content choice(Visit visit, String answer, String label, String from) {
        return Forms.button(visit, "/decision", Map.of("answer", answer, "from", from), label, "choice");
    }

    private static String look(ConsentStanding standing) {
        return standing.isEffective() ? "is-on" : "is-off";
    }

    private static String decision(ConsentStanding standing) {
        return switch (standing.state()) {
            case UNDECIDED -> "Nobody has decided";
            case GRANTED -> standing.isEffective() ? "Shared" : "Allowed, but not shared";
            case DENIED -> "Not shared";
            case UNKNOWN -> "Not shared, because the decision cannot be read";
        };
    }

    private static Content explained(@Nullable ConsentReceipt receipt) {
        return receipt == null
                ? text(NONE_OF_BOTH)
                : all(
                        text("Decided through " + Words.through(receipt.actor().surface()) + ", "),
                        Moment.of(receipt.at()),
                        text(". Receipt " + receipt.sequence() + "."));
    }
}
