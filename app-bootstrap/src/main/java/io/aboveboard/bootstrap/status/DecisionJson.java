package io.aboveboard.bootstrap.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.DecisionOutcome;

/** What came of a decision, for machines. */
public final class DecisionJson {
    private DecisionJson() {}

    /**
     * The outcome, and how the consent stands after it: {@code outcome} is {@code recorded}, {@code not_taken} or {@code
     * in_force_unsaved}.
     *
     * @param outcome what came of it
     * @param standing how the consent stands now
     * @return a new object
     */
    public static ObjectNode of(DecisionOutcome outcome, ConsentStanding standing) {
        ObjectNode document = Json.object();
        document.put("outcome", codeOf(outcome));
        document.set("consent", ConsentJson.explained(standing));
        return document;
    }

    private static String codeOf(DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.Recorded) {
            return "recorded";
        }
        return outcome instanceof DecisionOutcome.NotTaken ? "not_taken" : "in_force_unsaved";
    }
}
