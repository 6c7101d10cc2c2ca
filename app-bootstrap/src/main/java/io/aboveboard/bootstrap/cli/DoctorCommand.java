package io.aboveboard.bootstrap.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.doctor.Doctor;
import io.aboveboard.bootstrap.doctor.Finding;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.host.JvmClocks;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}. */
@Command(
        name = "doctor",
        description = {
            "Look whether everything is in order: settings, folder, consent, delivery, and the way to the sink.",
            "Sends no record. Exits with 1 where something does not work."
        })
final class DoctorCommand extends ConfiguredCommand {
    @Option(names = "--json", description = "For machines.")
    private boolean json;

    DoctorCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        List<Finding> findings = examine(config);
        if (json) {
            console().print(document(findings));
        } else {
            findings.forEach(this::show);
        }
        boolean isWell = findings.stream().noneMatch(finding -> finding.outcome() == Finding.Outcome.FAILED);
        return isWell ? ExitCode.DONE : ExitCode.COULD_NOT;
    }

    private List<Finding> examine(AppConfig config) {
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.looking(config, context().monitor())) {
            return Doctor.examine(config, telemetry.aboveboard().transparency().status(), JvmClocks.wall());
        }
    }

    private void show(Finding finding) {
        console()
                .say(String.format(
                        Locale.ROOT, "%-8s %-12s %s", code(finding), finding.subject(), finding.observation()));
        if (!finding.remedy().isEmpty()) {
            console().say(String.format(Locale.ROOT, "%-8s %-12s -> %s", "", "", finding.remedy()));
        }
    }

    private static ObjectNode document(List<Finding> findings) {
        ObjectNode document = Json.object();
        ArrayNode array = document.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode object = array.addObject();
            object.put("subject", finding.subject());
            object.put("outcome", code(finding));
            object.put("observation", finding.observation());
            object.put("remedy", Json.textOrNull(finding.remedy()));
        }
        return document;
    }

    private static String code(Finding finding) {
        return finding.outcome().name().toLowerCase(Locale.ROOT);
    }
}
