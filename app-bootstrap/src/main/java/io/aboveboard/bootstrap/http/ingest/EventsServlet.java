package io.aboveboard.bootstrap.http.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.bootstrap.http.api.JsonAnswer;
import io.aboveboard.bootstrap.http.api.RequestBody;
import io.aboveboard.bootstrap.http.api.StrictJson;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.domain.api.Ingest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * {@code POST /v1/events}: records events. 200 says that whatever was accepted is stored, and why the others were not
 * accepted; 503 that some could not be stored, and that the same request may be sent again. Thread-safe.
 */
public final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_SECONDS = "5";

    private final transient Ingest ingest;
    private final transient RequestBody bodies;
    private final transient JsonEvents events;

    /**
     * A servlet.
     *
     * @param ingest where events are recorded
     * @param bodies what reads bodies
     */
    public EventsServlet(Ingest ingest, RequestBody bodies) {
        this.ingest = ingest;
        this.bodies = bodies;
        this.events = new JsonEvents(new UserAgents());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestBody.typeOf(request, List.of("application/json"));
        Verdicts verdicts = Verdicts.of(events.in(StrictJson.object(bodies.read(request))), ingest);
        if (verdicts.shouldBeTriedAgain()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        JsonAnswer.write(response, answer(verdicts));
    }

    private static ObjectNode answer(Verdicts verdicts) {
        ObjectNode answer = Json.object().put("accepted", verdicts.accepted());
        var rejected = answer.putArray("rejected");
        verdicts.rejected()
                .forEach(rejection -> rejected.addObject()
                        .put("index", rejection.index())
                        .put("code", rejection.code())
                        .put("message", rejection.message()));
        return answer.put("reason", verdicts.reason().isEmpty() ? null : verdicts.reason());
    }
}
