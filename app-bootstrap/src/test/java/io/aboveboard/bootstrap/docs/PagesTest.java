package io.aboveboard.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)[)#]");

    @ParameterizedTest
    @ValueSource(strings = {"operations.md", "fleet.md"})
    void linkOnlyToWhatIsThere(String page) throws IOException {
        assertThat(LINK.matcher(Files.readString(DOCS.resolve(page))).results())
                .isNotEmpty()
                .extracting((MatchResult link) -> DOCS.resolve(link.group(1)))
                .allSatisfy(target -> assertThat(target).exists());
    }
}
