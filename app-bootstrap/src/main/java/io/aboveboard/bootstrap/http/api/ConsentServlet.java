package io.aboveboard.bootstrap.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.bootstrap.http.access.Caller;
import io.aboveboard.bootstrap.http.access.Gatekeeper;
import io.aboveboard.bootstrap.http.access.ProgramFilter;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.bootstrap.status.ConsentJson;
import io.aboveboard.bootstrap.status.DecisionJson;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.Actor;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * {@code GET /v1/consent} tells how the consent stands. {@code PUT /v1/consent} decides, with {@code
 * {"granted":true|false,"actor":"<internal id>"}}: 200 if the decision is in force and stored, 409 if a yes was not taken,
 * 507 if a no is in force but could not be stored. While a kill switch is on nobody need show a token for a no, and nobody
 * can say yes. Thread-safe.
 */
public final class ConsentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<String> KEYS = Set.of("granted", "actor");
    private static final int NOT_STORED = 507;

    private final transient ConsentControl consent;
    private final transient RequestBody bodies;
    private final boolean silenced;

    /**
     * A servlet.
     *
     * @param consent where decisions are taken
     * @param bodies what reads bodies
     * @param silenced whether a kill switch is on
     */
    public ConsentServlet(ConsentControl consent, RequestBody bodies, boolean silenced) {
        this.consent = consent;
        this.bodies = bodies;
        this.silenced = silenced;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonAnswer.write(response, ConsentJson.asked(consent.current(), consent.terms()));
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!silenced && !mayDecide(request)) {
            throw Gatekeeper.turnAway(response);
        }
        RequestBody.typeOf(request, List.of("application/json"));
        ObjectNode wish = StrictJson.object(bodies.read(request));
        DecisionOutcome outcome = decided(granted(wish), actorIn(wish));
        response.setStatus(statusOf(outcome));
        JsonAnswer.write(response, explained(outcome));
    }

    private static boolean mayDecide(HttpServletRequest request) {
        Caller caller = ProgramFilter.callerOf(request);
        if (caller instanceof Caller.Person person) {
            return person.session().owns(request.getHeader("X-CSRF-Token"));
        }
        return caller instanceof Caller.Program program && program.decides();
    }

    private static boolean granted(ObjectNode wish) {
        JsonNode granted = wish.path("granted");
        boolean isKnown = granted.isBoolean();
        for (var names = wish.fieldNames(); names.hasNext(); ) {
            isKnown = KEYS.contains(names.next()) && isKnown;
        }
        if (!isKnown) {
            throw new RefusedException(
                    400,
                    "invalid_decision",
                    "send {\"granted\":true} or {\"granted\":false}, with an \"actor\" or none");
        }
        return granted.booleanValue();
    }

    private static Actor actorIn(ObjectNode wish) {
        JsonNode actor = wish.path("actor");
        try {
            if (actor.isMissingNode() || actor.isTextual()) {
                return Actor.api(actor.asText(""));
            }
        } catch (IllegalArgumentException unusable) {
            // Said below.
        }
        throw new RefusedException(
                400, "invalid_actor", "the actor must be a text of at most 128 characters without control characters");
    }

    private DecisionOutcome decided(boolean granted, Actor actor) {
        return granted ? consent.grant(actor) : consent.withdraw(actor);
    }

    private static int statusOf(DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.Recorded) {
            return HttpServletResponse.SC_OK;
        }
        return outcome instanceof DecisionOutcome.NotTaken ? HttpServletResponse.SC_CONFLICT : NOT_STORED;
    }

    private ObjectNode explained(DecisionOutcome outcome) {
        ObjectNode document = DecisionJson.of(outcome, consent.current());
        var warnings = document.putArray("warnings");
        if (outcome instanceof DecisionOutcome.Recorded recorded) {
            recorded.warnings().forEach(warnings::add);
        } else if (outcome instanceof DecisionOutcome.NotTaken notTaken) {
            warnings.add(notTaken.why());
        } else if (outcome instanceof DecisionOutcome.InForceUnsaved unsaved) {
            warnings.add(unsaved.why());
        }
        return document;
    }
}
