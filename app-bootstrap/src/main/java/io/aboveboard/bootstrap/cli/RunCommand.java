package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.http.Door;
import io.aboveboard.bootstrap.http.DoorException;
import io.aboveboard.bootstrap.status.StatusText;
import io.aboveboard.bootstrap.wiring.LiveTelemetry;
import io.aboveboard.bootstrap.wiring.OwnedOutbox;
import io.aboveboard.bootstrap.wiring.ServiceMemory;
import io.aboveboard.bootstrap.wiring.SilentPage;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.port.Outbox;
import java.time.Duration;
import picocli.CommandLine.Command;

/** {@code run}. */
@Command(
        name = "run",
        description = {
            "Report the installation, beat daily, deliver and serve the page, until SIGTERM or Ctrl-C.",
            "Ends within five seconds then, with exit code 0."
        })
final class RunCommand extends ConfiguredCommand {
    /** A command that sends something itself gives the folder back within 10 s. */
    private static final Duration FOLDER_PATIENCE = Duration.ofSeconds(15);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    RunCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        if (config.sink() == null && !config.isSilenced()) {
            console()
                    .complain("no sink is configured, so there is nothing to run: set GRAFANA_OTLP_ENDPOINT and"
                            + " GRAFANA_OTLP_TOKEN, or TELEMETRY_SINK=otel with OTEL_EXPORTER_OTLP_ENDPOINT");
            return ExitCode.WRONG_USAGE;
        }
        Lifetime lifetime = context().lifetimes().get();
        int exitCode = ExitCode.COULD_NOT;
        try {
            exitCode = config.isSilenced() ? rest(config, lifetime) : own(config, lifetime);
        } catch (DoorException taken) {
            console()
                    .complain(taken.getMessage()
                            + "; set TELEMETRY_HTTP_ADDRESS to another address, to one with port 0 to"
                            + " be given one, or to off");
        } finally {
            lifetime.ended(exitCode);
        }
        return exitCode;
    }

    /** With a kill switch on nothing is written or sent; there is only the page that says so. */
    private int rest(AppConfig config, Lifetime lifetime) {
        console().say("everything is off: " + reasonOf(config.switches().silence()) + "; nothing is written either");
        try (Door door = doorOf(config)) {
            restAt(config, door, lifetime);
        }
        return ExitCode.DONE;
    }

    private void restAt(AppConfig config, @Nullable Door door, Lifetime lifetime) {
        if (door == null) {
            lifetime.awaitStop();
            return;
        }
        try (SilentPage page = SilentPage.open(config, door, context().monitor())) {
            console().say("page " + page.entrance());
            lifetime.awaitStop();
        }
    }

    private static @Nullable Door doorOf(AppConfig config) {
        return config.http() == null ? null : Door.at(config.http());
    }

    private static String reasonOf(Switches.Silence silence) {
        return switch (silence) {
            case DO_NOT_TRACK -> RefusalReason.DO_NOT_TRACK.explanation();
            case OTEL_SDK_DISABLED -> RefusalReason.OTEL_SDK_DISABLED.explanation();
            case LAYERS_NONE -> RefusalReason.LAYERS_NONE.explanation();
            case NONE -> throw new IllegalArgumentException("silence: none is on");
        };
    }

    private int own(AppConfig config, Lifetime lifetime) {
        Outbox outbox = OwnedOutbox.of(config, FOLDER_PATIENCE, context().monitor());
        if (outbox == null) {
            console()
                    .complain("another process runs on " + config.stateDir()
                            + " already; stop it, or name another folder by INSTALLATION_CONFIG_DIR");
            return ExitCode.COULD_NOT;
        }
        try (outbox;
                Door door = doorOf(config)) {
            ServiceMemory.remember(config, context().monitor());
            return report(config, outbox, door, lifetime);
        }
    }

    private int report(AppConfig config, Outbox outbox, @Nullable Door door, Lifetime lifetime) {
        LiveTelemetry telemetry = LiveTelemetry.start(config, outbox, context().notice(), door);
        try (telemetry) {
            announce(config, telemetry);
            showOnceSeen(telemetry, lifetime);
            lifetime.awaitStop();
        }
        farewell(telemetry);
        return ExitCode.DONE;
    }

    private void announce(AppConfig config, LiveTelemetry telemetry) {
        Status status = telemetry.aboveboard().transparency().status();
        console().say("reporting to " + status.sink().endpoint());
        console()
                .say("installation in " + config.stateDir()
                        + (config.database() == null
                                ? ""
                                : ", shared through " + config.database().address()));
        telemetry.entrance().ifPresent(entrance -> console().say("page " + entrance));
    }

    private void showOnceSeen(LiveTelemetry telemetry, Lifetime lifetime) {
        while (!lifetime.awaitStop(LOOK_AGAIN)) {
            Status status = telemetry.aboveboard().transparency().status();
            if (status.firstSeenSentAt() != null && status.counts().pending() == 0) {
                console().print(StatusText.of(status));
                return;
            }
        }
    }

    private void farewell(LiveTelemetry telemetry) {
        long left = telemetry.aboveboard().transparency().status().counts().pending();
        if (left > 0) {
            console()
                    .complain(left + (left == 1 ? " record was" : " records were")
                            + " not delivered and will be by the next run or flush");
        }
        console().say("stopped");
    }
}
