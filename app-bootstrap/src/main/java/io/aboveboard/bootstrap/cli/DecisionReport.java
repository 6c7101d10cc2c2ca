package io.aboveboard.bootstrap.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.bootstrap.status.ConsentJson;
import io.aboveboard.bootstrap.status.ConsentText;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.port.TelemetryMonitor;

/** Says what came of a decision: how the consent stands now on standard output, what went wrong beside it. */
final class DecisionReport {
    private final Console console;
    private final TelemetryMonitor monitor;
    private final boolean json;

    DecisionReport(Console console, TelemetryMonitor monitor, boolean json) {
        this.console = console;
        this.monitor = monitor;
        this.json = json;
    }

    int of(DecisionOutcome outcome, ConsentStanding standing) {
        if (json) {
            console.print(object(outcome, standing));
        } else {
            console.say(ConsentText.of(standing));
        }
        return explained(outcome);
    }

    private static ObjectNode object(DecisionOutcome outcome, ConsentStanding standing) {
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

    private int explained(DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.Recorded recorded) {
            recorded.warnings().forEach(monitor::warned);
            return ExitCode.DONE;
        }
        if (outcome instanceof DecisionOutcome.NotTaken notTaken) {
            console.complain("not granted: " + notTaken.why());
        } else {
            console.complain("the no was not saved: it holds for nobody else and will not survive a restart: "
                    + ((DecisionOutcome.InForceUnsaved) outcome).why());
        }
        return ExitCode.COULD_NOT;
    }
}
