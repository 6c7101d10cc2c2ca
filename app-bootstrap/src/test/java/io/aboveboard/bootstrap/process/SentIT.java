package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one can read before and after something was sent is what the receiver got. */
@Tag("thorough")
@Fault("I4")
@Proves(Promise.P6)
class SentIT extends ReportingService {

    @Test
    void showsStoredRecordsBeforeAndTheBytesOfTheWireAfter() throws Exception {
        assertThat(JarProcess.run(settings, "consent", "grant").exitCode()).isZero();
        assertThat(JarProcess.run(settings, "track", "timer.started", "--user=42", "-p=project_id=7")
                        .exitCode())
                .isZero();
        List<JsonNode> preview = records("preview").toList();
        assertThat(receiver.connections()).isZero();

        assertThat(JarProcess.run(settings, "flush").exitCode()).isZero();

        List<ByteString> wire =
                receiver.records().stream().map(ReceivedRecord::encoded).toList();
        List<JsonNode> shown = wire.stream().map(SentIT::shown).toList();
        assertThat(preview).hasSize(4).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(records("sent").map(record -> record.path("record")).toList())
                .containsExactlyInAnyOrderElementsOf(shown);
        assertThat(records("sent")
                        .map(record -> ByteString.copyFrom(Base64.getDecoder()
                                .decode(record.path("protobuf").asText())))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(wire);
    }

    private Stream<JsonNode> records(String command) throws Exception {
        JarProcess.Result result = JarProcess.run(settings, command, "--json");
        assertThat(result.exitCode()).isZero();
        JsonNode records = new ObjectMapper().readTree(result.outText()).path("records");
        return StreamSupport.stream(records.spliterator(), false);
    }

    private static JsonNode shown(ByteString encoded) {
        try {
            return new ObjectMapper()
                    .readTree(RecordView.of(LogRecord.parseFrom(encoded)).json());
        } catch (IOException undecodable) {
            throw new AssertionError(undecodable);
        }
    }
}
