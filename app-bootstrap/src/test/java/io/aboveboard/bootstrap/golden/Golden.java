package io.aboveboard.bootstrap.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that was read and approved by a person, under {@code src/test/resources} beside the test. {@code
 * -Dgolden.write=true} writes it anew, to be read again.
 */
public final class Golden {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private Golden() {}

    /** Fails unless the text equals the approved one. */
    public static void assertApproved(Class<?> test, String name, String actual) {
        if (Boolean.getBoolean("golden.write")) {
            write(test, name, actual);
        }
        assertThat(actual).as(name).isEqualTo(read(test, name));
    }

    private static String read(Class<?> test, String name) {
        try (InputStream in = test.getResourceAsStream(name)) {
            return in == null ? "there is no " + name + " beside " + test : new String(in.readAllBytes(), UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Class<?> test, String name, String text) {
        try {
            Path file =
                    RESOURCES.resolve(test.getPackageName().replace('.', '/')).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
