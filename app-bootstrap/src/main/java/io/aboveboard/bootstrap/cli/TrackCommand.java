package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.Arrival;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.NameVerdict;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code track}. */
@Command(
        name = "track",
        description = {
            "Record one product event. The process that is running delivers it, else the next run or flush.",
            "Without a yes it is refused and exits with 1."
        })
final class TrackCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "NAME", description = "The name of the event, like timer.started.")
    private String name = "";

    @Option(
            names = "--user",
            required = true,
            paramLabel = "ID",
            description = "Whose event: an internal id; empty for nobody's.")
    private String user = "";

    @Option(
            names = "-p",
            paramLabel = "KEY=VALUE",
            description = {
                "A property, any number of times. Whole numbers, decimals, true and false keep their type; in double"
                        + " quotes they are text."
            })
    private Map<String, String> properties = new LinkedHashMap<>();

    TrackCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        if (EventName.parse(name) instanceof NameVerdict.Rejected rejected) {
            console().complain("NAME: " + rejected.explanation());
            return ExitCode.WRONG_USAGE;
        }
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.acting(config, context().monitor(), context().notice())) {
            return track(telemetry);
        }
    }

    private int track(OneShotTelemetry telemetry) {
        Aboveboard aboveboard = telemetry.aboveboard();
        ConsentStanding standing = aboveboard.consent().current();
        Admission admission = aboveboard.ingest().record(List.of(arrival())).get(0);
        if (admission instanceof Admission.Dropped dropped) {
            console().complain("not recorded: " + reasonOf(standing, dropped, aboveboard));
            return ExitCode.COULD_NOT;
        }
        console()
                .say("recorded " + name + ", delivered by the "
                        + (telemetry.isOwner() ? "next run or flush" : "process that is running"));
        return ExitCode.DONE;
    }

    private Arrival arrival() {
        return new Arrival(null, name, UserId.of(user), null, typed(), RequestContext.none());
    }

    private static String reasonOf(ConsentStanding standing, Admission.Dropped dropped, Aboveboard aboveboard) {
        if (standing.refusal() == null) {
            List<String> warnings = aboveboard.transparency().status().warnings();
            return warnings.isEmpty() ? dropped.reason().code() : String.join("; ", warnings);
        }
        String remark = standing.remark().isEmpty() ? "" : "; " + standing.remark();
        return standing.refusal().explanation() + remark;
    }

    private Map<String, Object> typed() {
        Map<String, Object> typed = new LinkedHashMap<>();
        properties.forEach((key, value) -> typed.put(key, TypedValue.of(value)));
        return typed;
    }
}
