package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.bootstrap.golden.Golden;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is shown before anything is sent. */
@Tag("thorough")
class PreviewIT extends ReportingService {

    @Test
    void showsPeopleWhatWouldBeSentAndSendsNothing() throws Exception {
        JarProcess.Result preview = JarProcess.run(settings, "preview");

        assertThat(preview.exitCode()).isZero();
        assertThat(preview.err()).isEmpty();
        assertThat(receiver.connections()).isZero();
        Golden.assertApproved(getClass(), "preview.txt", masked(preview.outText()) + "\n");
    }

    @Proves(Promise.P6)
    @Test
    void showsTheRecordsThatAreSentThen() throws Exception {
        JsonNode preview = new ObjectMapper()
                .readTree(JarProcess.run(settings, "preview", "--json").outText());

        assertThat(JarProcess.run(settings, "heartbeat").exitCode()).isZero();

        assertThat(receiver.records()).hasSize(2);
        assertThat(StreamSupport.stream(preview.path("records").spliterator(), false)
                        .map(PreviewIT::timeless)
                        .toList())
                .isEqualTo(receiver.records().stream().map(PreviewIT::timeless).toList());
        assertThat(preview.path("remarks").get(0).asText()).contains("nobody has decided yet");
    }

    private static Map<String, String> timeless(JsonNode record) {
        Map<String, String> attributes = new TreeMap<>();
        record.path("attributes")
                .forEach(attribute -> attributes.put(
                        attribute.path("key").asText(),
                        attribute.path("value").elements().next().asText()));
        return withoutTimes(attributes);
    }

    private static Map<String, String> timeless(ReceivedRecord record) {
        Map<String, String> attributes = new TreeMap<>();
        record.attributes().forEach((key, value) -> attributes.put(key, value.toString()));
        return withoutTimes(attributes);
    }

    /** A record that is made later has later times; all else, the uid included, is the same. */
    private static Map<String, String> withoutTimes(Map<String, String> attributes) {
        assertThat(attributes).containsKeys("last_seen_at", "heartbeat_at", "first_seen_at");
        attributes.keySet().removeAll(List.of("last_seen_at", "heartbeat_at"));
        return attributes;
    }

    private static String masked(String text) {
        String masked = text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID");
        return Pattern.compile("(?m)^( +(?:architecture|deployment_\\w+|os_version|platform|timezone) +)\\S.*$")
                .matcher(masked)
                .replaceAll((MatchResult match) -> match.group(1) + "MACHINE");
    }
}
