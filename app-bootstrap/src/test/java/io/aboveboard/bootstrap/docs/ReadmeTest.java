package io.aboveboard.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path EXAMPLE = Path.of("src/test/java/io/aboveboard/bootstrap/docs/EmbeddingExample.java");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)[)#]");

    @Test
    void showsEmbeddingAsItCompiles() throws IOException {
        String source = Files.readString(EXAMPLE);
        String snippet = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("\n    // end"))
                .stripIndent()
                .strip();

        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains("<!-- embedding -->\n```java\n" + snippet + "\n```\n<!-- /embedding -->");
    }

    @Test
    void linksOnlyToWhatIsThere() throws IOException {
        Matcher links = LINK.matcher(Files.readString(ROOT.resolve("README.md")));

        assertThat(links.results().map(link -> ROOT.resolve(link.group(1))))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target).exists());
    }
}
