package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.id;
import static io.aboveboard.bootstrap.http.html.Html.text;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.RefusalReason;

/** What leaves now, and which rule decided. */
final class NowPart {
    private NowPart() {}

    static Content of(Status status) {
        return el(
                "section",
                id("now"),
                cls("now " + look(status)),
                attr("data-live", "yes"),
                attr("aria-labelledby", "now-heading"),
                el("p", "What leaves this installation now", cls("eyebrow")),
                el("h1", headline(status), id("now-heading")),
                el("p", why(status), cls("lead")),
                each(status.warnings(), warning -> el("p", Words.sentence(warning), cls("warning"))),
                facts(status));
    }

    private static String look(Status status) {
        if (status.baseRefusal() != null) {
            return "is-off";
        }
        return status.consent().isEffective() ? "is-all" : "is-base";
    }

    static String headline(Status status) {
        if (isUnborn(status)) {
            return "Nothing yet";
        }
        if (status.baseRefusal() != null) {
            return "Nothing";
        }
        return status.consent().isEffective() ? "Base telemetry and product events" : "Base telemetry only";
    }

    /** The rule under the name that {@code status} gives it, or what allows everything. */
    private static Content rule(Status status) {
        RefusalReason rule = deciding(status);
        if (rule != null) {
            return el("code", rule.code());
        }
        ConsentReceipt receipt = status.consent().receipt();
        return text(receipt == null ? "a yes" : "the yes of receipt " + receipt.sequence());
    }

    private static @Nullable RefusalReason deciding(Status status) {
        return status.baseRefusal() == null ? status.consent().refusal() : status.baseRefusal();
    }

    private static String why(Status status) {
        if (isUnborn(status)) {
            return "The installation gets its identity when something is first sent.";
        }
        RefusalReason rule = deciding(status);
        String remark = remark(status.consent().remark());
        if (rule != null) {
            return Words.sentence(rule) + remark;
        }
        return remark.isEmpty() ? "Somebody said yes, and nothing stands against it." : "Somebody said yes." + remark;
    }

    private static boolean isUnborn(Status status) {
        return status.baseRefusal() == RefusalReason.UNIDENTIFIED && status.installId() == null;
    }

    private static String remark(String remark) {
        return remark.isEmpty() ? "" : " " + Words.sentence(remark);
    }

    private static Content facts(Status status) {
        return el(
                "dl",
                cls("facts"),
                Panels.fact("Decided by", rule(status)),
                Panels.fact("Sent to", text(recipient(status))),
                Panels.fact("Waiting", text(Words.count(status.counts().pending(), "record", "records"))),
                Panels.fact("Last heartbeat", text(Moment.day(status.lastBeatOn(), "none yet"))),
                Panels.fact("Next heartbeat", Moment.of(status.nextBeatAt(), "none planned")),
                when(status.installId() != null, () -> installId(status)));
    }

    private static Content installId(Status status) {
        return el("div", cls("wide"), el("dt", "Installation"), el("dd", el("code", orElse(status.installId(), ""))));
    }

    private static String recipient(Status status) {
        return status.sink().configured() ? status.sink().recipient() : "nobody";
    }

    private static String orElse(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }
}
