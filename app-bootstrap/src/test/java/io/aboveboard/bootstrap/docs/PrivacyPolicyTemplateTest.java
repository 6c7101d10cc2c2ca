package io.aboveboard.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.BaseFields;
import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.installation.InstallId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PrivacyPolicyTemplateTest {
    private static final Path PAGE = Path.of("..", "docs", "privacy-policy-template.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]{5,} \\| [^|]{5,} \\|$");

    @Test
    void saysOfEachBaseFieldWhatItIsAndWhatForAndNamesNoOther() throws IOException {
        assertThat(rowsOf(section("### 1. Base telemetry", "### 2. Product events")))
                .containsExactlyElementsOf(baseFields());
    }

    @Test
    void saysWhatTheLawAsksOfBothLayers() throws IOException {
        assertThat(section("### 1. Base telemetry", "### 2. Product events"))
                .contains("**Purpose:**", "**Legal basis:**", "**Kept for** 12\nmonths");
        assertThat(section("### 2. Product events", "### 3. "))
                .contains(
                        "**Purpose:**", "**Legal basis:** consent", "**Kept for**", "`consent_receipt`", "`identity`");
    }

    @Test
    void saysThatTheReceiverSeesTheAddressAndHowToSayNo() throws IOException {
        assertThat(section("### 3. ", "### 4. ")).contains("our receiver sees the address it comes from");
        assertThat(section("### 4. ", "### 5. ")).contains("`consent withdraw`", "`DO_NOT_TRACK=1`", "`erase`");
        assertThat(section("### 5. ", "consent export"))
                .contains("corrected or deleted", "object", "withdraw", "complain");
    }

    private static Set<String> baseFields() {
        Platform platform = new Platform("Linux", "6.1", "x86_64", "en_US", "UTC", "native");
        return BaseFields.reportedAt(
                        Instant.EPOCH, InstallId.random(), Service.of("product", "1"), platform, Instant.EPOCH)
                .entries()
                .keySet();
    }

    private static List<String> rowsOf(String section) {
        return ROW.matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }

    private static String section(String from, String to) throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(from, to);
        return page.substring(page.indexOf(from), page.indexOf(to));
    }
}
