package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InstallationJsonTest {
    private static final String ID = SampleInstallation.ID.toString();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|UNSET",
                "{'telemetry_enabled':true}|YES",
                "{'telemetry_enabled':false}|NO",
                "{'telemetry_enabled':'true'}|MALFORMED",
                "{'telemetry_enabled':1}|MALFORMED",
                "{'telemetry_enabled':'yes'}|MALFORMED",
                "{'telemetry_enabled':{}}|MALFORMED",
                "{'telemetry_enabled':null}|MALFORMED",
                "{'telemetry_enabled':true,'telemetry_enabled':true}|YES",
                "{'telemetry_enabled':true,'telemetry_enabled':false}|NO",
                "{'telemetry_enabled':false,'telemetry_enabled':true}|NO",
                "{'telemetry_enabled':true,'telemetry_enabled':1}|MALFORMED",
                "{'telemetry_enabled':1,'telemetry_enabled':false}|NO",
                "{'host':{'telemetry_enabled':true}}|UNSET"
            },
            quoteCharacter = '^')
    void takesOnlyABooleanForAPreference(String text, StoredPreference preference) throws UnreadableFileException {
        assertThat(read(text).preference()).isEqualTo(preference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'setup_complete':false}",
                "{'setup_complete':'true'}",
                "{'setup_complete':1}",
                "{'setup_complete':null}",
                "{'setup_complete':true,'setup_complete':false}"
            })
    void takesOnlyTrueForACompleteSetup(String text) throws UnreadableFileException {
        assertThat(read(text).isSetupComplete()).isFalse();
        assertThat(read("{'setup_complete':true}").isSetupComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"''", "'null'", "null", "'x\\n'", "5", "'not-a-uuid'", "{}", "'3f1c9a527b1e4c559b0e6a1d2c3b4a5f'"
            })
    void takesAMalformedIdForNone(String id) throws UnreadableFileException {
        assertThat(read("{'install_id':" + id + "}").id()).isEmpty();
    }

    @Test
    void keepsAnIdWithoutASaltAndASaltWithoutAnId() throws UnreadableFileException {
        assertThat(read("{'install_id':'" + ID + "'}")).satisfies(read -> {
            assertThat(read.id()).hasValue(SampleInstallation.ID);
            assertThat(read.salt()).isEmpty();
        });
        assertThat(read("{'telemetry_salt':'ab'}")).satisfies(read -> {
            assertThat(read.id()).isEmpty();
            assertThat(read.salt()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"'yesterday'", "true", "1767225600.5", "{'at':1}", "'01/03/2026'"})
    void takesAnUnknownTimeOfSendingForSent(String written) throws UnreadableFileException {
        assertThat(read("{'base_first_seen_sent_at':" + written + "}").reached(Milestone.FIRST_SEEN_SENT))
                .hasValue(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "false", "0"})
    void takesWhatPythonTakesForNothingForNotSent(String written) throws UnreadableFileException {
        assertThat(read("{'base_first_seen_sent_at':" + written + "}").reached(Milestone.FIRST_SEEN_SENT))
                .isEmpty();
    }

    @Test
    void takesAnUnknownTimeOfFirstSightForNone() throws UnreadableFileException {
        assertThat(read("{'base_first_seen_at':'once'}").reached(Milestone.FIRST_SEEN))
                .isEmpty();
    }

    @Test
    void writesOnlyWhatChanged() throws UnreadableFileException {
        String before = "{'install_id':'" + ID.toUpperCase(Locale.ROOT)
                + "','base_first_seen_sent_at':'yesterday','setup_complete':1}";
        JsonObjectText text = text(before);
        Installation read = InstallationJson.read(text, Installation.blank());
        JsonObjectText written = InstallationJson.write(
                text, read, read.withPreference(StoredPreference.NO).withSetupComplete(true));
        assertThat(new String(written.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(quoted(before.replace("}", ",'telemetry_enabled':false}")));
    }

    @Test
    void removesWhatIsForgotten() throws UnreadableFileException {
        JsonObjectText text = text("{'install_id':'" + ID + "','host':1,'telemetry_enabled':true}");
        Installation read = InstallationJson.read(text, Installation.blank());
        assertThat(new String(
                        InstallationJson.write(text, read, Installation.blank()).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(quoted("{'host':1}"));
    }

    private static Installation read(String text) throws UnreadableFileException {
        return InstallationJson.read(text(text), Installation.blank());
    }

    private static JsonObjectText text(String text) throws UnreadableFileException {
        return JsonObjectText.of("the file", quoted(text).getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
