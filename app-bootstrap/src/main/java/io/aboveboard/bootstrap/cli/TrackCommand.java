package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.NameVerdict;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.host.JvmClocks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code track}. */
@Command(
        name = "track",
        description = {
            "Record one product event and deliver it within 10 seconds.",
            "Without a yes it is refused and exits with 1."
        })
final class TrackCommand extends ConfiguredCommand {
    private static final Duration WHOLE_TIME = Duration.ofSeconds(10);

    /** For what every start does first; what is not delivered by then is delivered with the event. */
    private static final Duration START_TIME = Duration.ofSeconds(2);

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
        Patience patience = new Patience(WHOLE_TIME, JvmClocks.ticker());
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.acting(config, context().monitor())) {
            if (telemetry.isOwner()) {
                telemetry.flush(patience.atMost(START_TIME));
            }
            return track(telemetry, patience);
        }
    }

    private int track(OneShotTelemetry telemetry, Patience patience) {
        Aboveboard aboveboard = telemetry.aboveboard();
        ConsentStanding standing = aboveboard.consent().current();
        Admission admission = aboveboard.telemetry().track(name, UserId.of(user), typed());
        if (admission instanceof Admission.Dropped dropped) {
            console().complain("not recorded: " + reasonOf(standing, dropped));
            return ExitCode.COULD_NOT;
        }
        return new DeliveryReport(console()).deliver(telemetry, patience.left(), "delivered " + name);
    }

    private static String reasonOf(ConsentStanding standing, Admission.Dropped dropped) {
        if (standing.refusal() == null) {
            return dropped.reason().code();
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
