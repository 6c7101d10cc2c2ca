package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.status.ConsentText;
import io.aboveboard.bootstrap.status.DecisionJson;
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
            console.print(DecisionJson.of(outcome, standing));
        } else {
            console.say(ConsentText.of(standing));
        }
        return explained(outcome);
    }

    private int explained(DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.Recorded recorded) {
            return explained(recorded);
        }
        if (outcome instanceof DecisionOutcome.NotTaken notTaken) {
            console.complain("not granted: " + notTaken.why());
            return ExitCode.COULD_NOT;
        }
        return explained((DecisionOutcome.InForceUnsaved) outcome);
    }

    /** Who is told that it is done relies on it. */
    private int explained(DecisionOutcome.Recorded recorded) {
        if (recorded.isWhole()) {
            recorded.warnings().forEach(monitor::warned);
            return ExitCode.DONE;
        }
        console.complain("the no holds and has its receipt, but not all is done yet, so say it again: "
                + String.join("; ", recorded.warnings()));
        return ExitCode.COULD_NOT;
    }

    private int explained(DecisionOutcome.InForceUnsaved unsaved) {
        console.complain(
                unsaved.survivesRestart()
                        ? "the no holds, also after a restart, but was not saved as it should be: it has no receipt: "
                                + unsaved.why()
                        : "the no was not saved: it holds for nobody else and will not survive a restart: "
                                + unsaved.why());
        return ExitCode.COULD_NOT;
    }
}
