package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.StoredPreference;

/**
 * Holds any bytes against what the reader promises: it understands them or says why not, and what it writes it reads again.
 * Entered by tests with kept bytes, and by the fuzzer of the profile {@code fuzz} with bytes that it thinks of.
 */
public final class InstallationFuzzer {
    private InstallationFuzzer() {}

    /** The name by which the fuzzer finds it. */
    public static void fuzzerTestOneInput(byte[] content) {
        try {
            JsonObjectText text = JsonObjectText.of("fuzzed", content);
            assertThat(text.bytes()).isEqualTo(content);
            check(text, InstallationJson.read(text, Installation.blank()));
        } catch (UnreadableFileException refused) {
            assertThat(refused.where()).startsWith("fuzzed");
            assertThat(refused.why()).isNotBlank();
        }
    }

    private static void check(JsonObjectText text, Installation read) throws UnreadableFileException {
        Installation denied = read.withPreference(StoredPreference.NO);
        JsonObjectText written = InstallationJson.write(text, read, denied);
        assertThat(InstallationJson.read(written, Installation.blank())).isEqualTo(denied);
        assertThat(InstallationJson.write(written, denied, denied).bytes()).isEqualTo(written.bytes());
    }
}
