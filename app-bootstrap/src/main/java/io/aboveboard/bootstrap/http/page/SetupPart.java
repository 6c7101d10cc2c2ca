package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.all;
import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.id;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.bootstrap.view.SafeText;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.ConsentStanding;
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

    static Content of(Visit visit, Status status, ConsentTerms terms, @Nullable BaseSample base) {
        return all(
                head(status),
                el("div", cls("trio"), always(status, base), byAYes(), never()),
                answers(visit, status.consent(), terms));
    }

    private static Content head(Status status) {
        String name = status.service().name();
        boolean isAsked = isUndecided(status.consent());
        return el(
                "section",
                cls("ask"),
                el("p", isAsked ? "Setup" : "What each answer means", cls("eyebrow")),
                el("h1", "May " + name + " report how it is used?"),
                el("p", isAsked ? question(name) : answered(status.consent()), cls("lead")));
    }

    private static boolean isUndecided(ConsentStanding standing) {
        return standing.state() == ConsentStanding.State.UNDECIDED;
    }

    private static String question(String name) {
        return "It would help whoever makes " + name
                + " to see which features are used. You decide for this installation, and can change your mind here at any"
                + " time. Until you decide, it counts as no.";
    }

    private static String answered(ConsentStanding standing) {
        String rule = standing.refusal() == null
                ? "the decision is yes"
                : standing.refusal().explanation();
        String remark = standing.remark().isEmpty() ? "" : " " + Words.sentence(SafeText.of(standing.remark()));
        return Words.sentence(rule) + remark + " You can change it here at any time.";
    }

    private static Content always(Status status, @Nullable BaseSample base) {
        return el(
                "section",
                cls("panel"),
                el("h2", "Always sent"),
                el("p", always(status)),
                base == null ? RecordPart.none("There is nothing to show yet.") : sample(base));
    }

    private static Content sample(BaseSample base) {
        RecordView view = base.record().view();
        return all(
                el("p", base.isDue() ? "The one that goes next, as it is:" : "The last one that went, as it was:"),
                RecordPart.fields(view.fields()),
                RecordPart.json(view));
    }

    private static String always(Status status) {
        return status.sink().configured()
                ? "Twelve fields, at the first start and once a day, to "
                        + status.sink().recipient() + "."
                : "Nothing, because no receiver is configured. With one it would be twelve fields, at the first start and"
                        + " once a day.";
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

    private static Content answers(Visit visit, ConsentStanding standing, ConsentTerms terms) {
        String from = isUndecided(standing) ? "setup" : "overview";
        return el(
                "section",
                id("answers"),
                cls("answers"),
                attr("aria-label", "Your answer"),
                el(
                        "div",
                        cls("choices"),
                        when(
                                ConsentPart.canSayYes(standing, terms),
                                () -> ConsentPart.choice(visit, "yes", "Yes, share product events", from)),
                        when(
                                standing.state() != ConsentStanding.State.DENIED,
                                () -> ConsentPart.choice(visit, "no", "No, share none", from))),
                el(
                        "p",
                        cls("muted"),
                        el("a", isUndecided(standing) ? "Decide later" : "Back", attr("href", visit.link("/"))),
                        el(
                                "span",
                                " · This is " + SafeText.of(Words.version(terms)) + "; your receipt will name both")));
    }
}
