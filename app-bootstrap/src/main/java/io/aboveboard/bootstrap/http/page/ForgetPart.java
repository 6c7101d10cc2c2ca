package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.all;
import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.text;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.api.Status;
import java.util.List;
import java.util.Map;

/** What can be forgotten, what goes with it and what cannot be called back. */
final class ForgetPart {
    static final String SENT = "sent";
    static final String EVERYTHING = "everything";

    private ForgetPart() {}

    static Content of(Visit visit, Status status) {
        return all(
                el(
                        "section",
                        cls("ask"),
                        el("p", "Forget", cls("eyebrow")),
                        el("h1", "What should this installation forget?"),
                        el("p", cls("lead"), text(reach(status)))),
                el("div", cls("duo"), sent(visit), everything(visit)),
                el("p", cls("muted"), el("a", "Leave everything as it is", attr("href", visit.link("/")))));
    }

    private static String reach(Status status) {
        String recipient = status.sink().configured() ? status.sink().recipient() : "whoever received it";
        return "Nothing that is forgotten here comes back. What was delivered stays with " + recipient
                + ", where only they can delete it.";
    }

    private static Content sent(Visit visit) {
        return choice(
                visit,
                SENT,
                "What was sent",
                List.of(
                        "The copies of the records that were delivered are deleted from this machine.",
                        "The decision, the identity and what is waiting stay."),
                "Forget what was sent");
    }

    private static Content everything(Visit visit) {
        return choice(
                visit,
                EVERYTHING,
                "Everything",
                List.of(
                        "Product events stop. What is waiting, what was sent, the identity and all receipts are deleted.",
                        "The keys of the host in installation.json stay.",
                        "A new installation begins, undecided and with another identity, and within an hour it reports itself."
                                + " To prevent that, start the service again with DO_NOT_TRACK=1."),
                "Forget everything");
    }

    private static Content choice(Visit visit, String what, String heading, List<String> effects, String label) {
        return el(
                "section",
                cls("panel"),
                el("h2", heading),
                el("ul", cls("points"), each(effects, effect -> el("li", effect))),
                el(
                        "p",
                        cls("muted"),
                        el(
                                "a",
                                "Keep a copy of it first",
                                attr("href", visit.link("/download/" + copyOf(what))),
                                attr("download", copyOf(what)))),
                Forms.button(
                        visit, "/forget", Map.of("what", what), label, what.equals(SENT) ? "choice" : "choice grave"));
    }

    private static String copyOf(String what) {
        return what.equals(SENT) ? "sent.json" : "receipts.json";
    }
}
