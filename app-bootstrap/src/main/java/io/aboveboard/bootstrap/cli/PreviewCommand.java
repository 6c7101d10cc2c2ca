package io.aboveboard.bootstrap.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.api.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code preview}. */
@Command(
        name = "preview",
        description = {
            "Show exactly what would be sent now, and send nothing.",
            "Gives the installation the identity that it shows, if it has none."
        })
final class PreviewCommand extends ConfiguredCommand {
    @Option(names = "--json", description = "For machines: OTLP/JSON log records.")
    private boolean json;

    PreviewCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.looking(config, context().monitor())) {
            Preview preview = telemetry.aboveboard().transparency().preview();
            if (json) {
                console().print(document(preview));
            } else {
                show(preview);
            }
        }
        return ExitCode.DONE;
    }

    private static ObjectNode document(Preview preview) {
        ObjectNode document = Json.object();
        var records = document.putArray("records");
        preview.records()
                .forEach(record -> records.add(Json.parsed(RecordView.of(record).json())));
        var remarks = document.putArray("remarks");
        preview.remarks().forEach(remarks::add);
        return document;
    }

    private void show(Preview preview) {
        if (preview.records().isEmpty()) {
            console().say("nothing would be sent now");
        }
        preview.records()
                .forEach(record -> console()
                        .print(RecordView.of(record).text() + System.lineSeparator() + System.lineSeparator()));
        preview.remarks().forEach(remark -> console().say("remark: " + remark));
    }
}
