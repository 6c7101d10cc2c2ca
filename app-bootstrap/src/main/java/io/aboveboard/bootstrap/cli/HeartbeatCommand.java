package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.BaseOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import picocli.CommandLine.Command;

/** {@code heartbeat}. */
@Command(
        name = "heartbeat",
        description = "Send today's heartbeat now, unless it was sent. Sends first_seen too if that never was.")
final class HeartbeatCommand extends ConfiguredCommand {
    private static final Duration WHOLE_TIME = Duration.ofSeconds(10);

    HeartbeatCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.acting(config, context().monitor(), context().notice())) {
            return report(telemetry, telemetry.aboveboard().base().sendHeartbeat());
        }
    }

    private int report(OneShotTelemetry telemetry, BaseOutcome outcome) {
        if (outcome instanceof BaseOutcome.Refused refused) {
            console().complain("not sent: " + refused.reason().explanation());
            return ExitCode.COULD_NOT;
        }
        if (outcome instanceof BaseOutcome.Failed failed) {
            console().complain("not sent: " + failed.why());
            return ExitCode.COULD_NOT;
        }
        LocalDate before = lastBeatOn(telemetry);
        return new DeliveryReport(console(), telemetry)
                .deliver(
                        WHOLE_TIME,
                        () -> Objects.equals(before, lastBeatOn(telemetry)) ? "already sent today" : "heartbeat sent");
    }

    private static @Nullable LocalDate lastBeatOn(OneShotTelemetry telemetry) {
        return telemetry.aboveboard().transparency().status().lastBeatOn();
    }
}
