package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.text;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.view.SafeText;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.OutboxContents;
import java.time.Instant;

/** Where records go, and how delivery fares. */
final class DeliveryPart {
    private DeliveryPart() {}

    /** @param lastAt when the receiver last acknowledged something that is still known */
    static Content of(Visit visit, Status status, @Nullable Instant lastAt) {
        DeliveryState state = status.delivery();
        return Panels.panel(
                "delivery",
                "Delivery",
                el("p", phase(state.phase()), cls("decision " + look(state.phase()))),
                when(
                        !state.reason().isEmpty(),
                        () -> el("p", Words.sentence(SafeText.of(state.reason())), cls("reason"))),
                when(state.phase() == DeliveryState.Phase.PARKED, DeliveryPart::remedy),
                el(
                        "dl",
                        cls("rows"),
                        Panels.fact("Receiver", endpoint(status)),
                        Panels.fact("Token", text(status.sink().tokenSet() ? "set" : "not set")),
                        Panels.fact("Waiting", text(waiting(status.outbox()))),
                        Panels.fact("Oldest waiting", Moment.of(status.outbox().oldestAt(), "none")),
                        Panels.fact("Last failure", Moment.of(state.failedAt(), "none since the last success")),
                        Panels.fact("Last acknowledged", Moment.of(lastAt, "nothing that is still known")),
                        Panels.fact(
                                "Next attempt", Moment.of(state.nextAttemptAt(), "when there is something to send"))),
                when(isWaiting(status), () -> Forms.button(visit, "/send", "Send now", "quiet")));
    }

    private static boolean isWaiting(Status status) {
        return status.baseRefusal() == null && status.counts().pending() > 0;
    }

    private static Content endpoint(Status status) {
        return status.sink().configured()
                ? el("code", SafeText.of(status.sink().endpoint()))
                : text("none; set GRAFANA_OTLP_ENDPOINT and GRAFANA_OTLP_TOKEN");
    }

    private static String look(DeliveryState.Phase phase) {
        return switch (phase) {
            case IDLE -> "is-idle";
            case OK -> "is-on";
            case RETRYING -> "is-late";
            case PARKED -> "is-broken";
        };
    }

    private static String phase(DeliveryState.Phase phase) {
        return switch (phase) {
            case IDLE -> "Nothing was sent yet";
            case OK -> "The last delivery was acknowledged";
            case RETRYING -> "The last delivery failed and is tried again";
            case PARKED -> "The receiver refuses until something is changed";
        };
    }

    private static Content remedy() {
        return el(
                "p",
                "Mend what is named here and start the service again; until then it is tried once an hour. What waits longer"
                        + " than the receiver takes (6 days) expires, and when too much waits the oldest product events give"
                        + " way. Both are counted.",
                cls("muted"));
    }

    private static String waiting(OutboxContents outbox) {
        return Words.number(outbox.base()) + " base, " + Words.number(outbox.detailed()) + " product events, "
                + Words.bytes(outbox.bytes());
    }
}
