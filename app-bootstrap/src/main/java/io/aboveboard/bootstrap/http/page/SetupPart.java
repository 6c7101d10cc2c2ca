package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.all;
import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.id;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.consent.ConsentTerms;
import java.util.List;

/** The question: what is sent in any case, what a yes adds, what is never sent, and two answers that look the same. */
final class SetupPart {
    private static final List<String> BY_A_YES = List.of(
            "The name of an event, such as timer.started, when it happened, and the properties that the software gives it:"
                    + " numbers, flags and short texts.",
            "Who caused it, as the internal number of the user. Anything else than a number or a UUID is replaced by a hash"
                    + " whose key stays here.",
            "The id of this installation, the version and the way it is deployed.",
            "Of a page that was looked at, its path without what follows the question mark, the family of the browser, the"
                    + " kind of device and its operating system.");

    private static final List<String> NEVER = List.of(
            "Names, e-mail addresses, passwords and tokens, under whatever key they are given.",
            "IP addresses, host names and the full name of a browser.",
            "Anything that happened before a yes, or after a no.");

    private SetupPart() {}

    static Content of(Visit visit, Status status, ConsentTerms terms, List<ShownRecord> base) {
        return all(
                el(
                        "section",
                        cls("ask"),
                        el("p", "Setup", cls("eyebrow")),
                        el("h1", "May " + status.service().name() + " report how it is used?"),
                        el(
                                "p",
                                "It would help whoever makes "
                                        + status.service().name()
                                        + " to see which features are used. You decide for this installation, and can change"
                                        + " your mind here at any time. Until you decide, it counts as no.",
                                cls("lead"))),
                el("div", cls("trio"), always(status, base), byAYes(), never()),
                answers(visit, terms));
    }

    private static Content always(Status status, List<ShownRecord> base) {
        return el(
                "section",
                cls("panel"),
                el("h2", "Always sent"),
                el("p", always(status)),
                each(base, record -> RecordPart.fields(record.view().fields())),
                each(base, record -> RecordPart.json(record.view())),
                when(base.isEmpty(), () -> RecordPart.none("There is nothing to show yet.")));
    }

    private static String always(Status status) {
        return status.sink().configured()
                ? "Twelve fields, at the first start and once a day, to "
                        + status.sink().recipient() + ". This is the very record of this installation:"
                : "Nothing, because no receiver is configured. With one it would be twelve fields, at the first start and"
                        + " once a day:";
    }

    private static Content byAYes() {
        return el("section", cls("panel"), el("h2", "Added by a yes"), list(BY_A_YES));
    }

    private static Content never() {
        return el(
                "section",
                cls("panel"),
                el("h2", "Never sent"),
                list(NEVER),
                el(
                        "p",
                        "To switch off everything, the daily report too, start the service with DO_NOT_TRACK=1.",
                        cls("muted")));
    }

    private static Content list(List<String> points) {
        return el("ul", cls("points"), each(points, point -> el("li", point)));
    }

    private static Content answers(Visit visit, ConsentTerms terms) {
        return el(
                "section",
                id("answers"),
                cls("answers"),
                attr("aria-label", "Your answer"),
                el(
                        "div",
                        cls("choices"),
                        ConsentPart.choice(visit, "yes", "Yes, share product events", "setup"),
                        ConsentPart.choice(visit, "no", "No, share none", "setup")),
                el(
                        "p",
                        cls("muted"),
                        el("a", "Decide later", attr("href", visit.link("/"))),
                        el("span", " · Text version " + terms.textVersion() + ", which your receipt will name")));
    }
}
