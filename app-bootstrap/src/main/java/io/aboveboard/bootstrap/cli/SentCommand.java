package io.aboveboard.bootstrap.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.port.SentRecord;
import java.util.Base64;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sent}. */
@Command(name = "sent", description = "Show exactly what was sent, oldest first, as far back as it is kept.")
final class SentCommand extends ConfiguredCommand {
    @Option(names = "--json", description = "For machines: OTLP/JSON log records, and their bytes as they were sent.")
    private boolean json;

    @Option(
            names = "--tail",
            paramLabel = "N",
            defaultValue = "20",
            description = "Only the last N; ${DEFAULT-VALUE} where nothing is said.")
    private int tail;

    SentCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        if (tail < 0) {
            console().complain("--tail: must not be negative");
            return ExitCode.WRONG_USAGE;
        }
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.looking(config, context().monitor())) {
            show(telemetry.aboveboard().transparency().sent(tail));
        }
        return ExitCode.DONE;
    }

    private void show(List<SentRecord> records) {
        if (json) {
            console().print(document(records));
        } else if (records.isEmpty()) {
            console().say("nothing was sent, as far as is known");
        } else {
            records.forEach(record -> console().print(text(record)));
        }
    }

    private static ObjectNode document(List<SentRecord> records) {
        ObjectNode document = Json.object();
        ArrayNode array = document.putArray("records");
        records.forEach(record -> array.add(object(record)));
        return document;
    }

    private static ObjectNode object(SentRecord sent) {
        ObjectNode object = Json.object();
        object.put("delivered_at", sent.deliveredAt().toString());
        object.put("remark", Json.textOrNull(sent.remark()));
        object.set("record", Json.parsed(RecordView.of(sent.record()).json()));
        object.put("protobuf", Base64.getEncoder().encodeToString(sent.record().bytes()));
        return object;
    }

    private static String text(SentRecord sent) {
        String remark = sent.remark().isEmpty() ? "" : ", " + sent.remark();
        String newline = System.lineSeparator();
        return RecordView.of(sent.record()).text() + newline + "  delivered " + sent.deliveredAt() + remark + newline
                + newline;
    }
}
