package io.aboveboard.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNameFileTest {
    private Path first;
    private Path second;

    @BeforeEach
    void lookInAFolder(@TempDir Path folder) {
        first = folder.resolve("first");
        second = folder.resolve("second");
    }

    private String read() {
        return HostNameFile.read(List.of(first, second));
    }

    @Test
    void readsTheFirstFileThatHoldsAName() throws IOException {
        Files.writeString(second, "alma\n");
        assertThat(read()).isEqualTo("alma");
        Files.writeString(first, "\n");
        assertThat(read()).isEqualTo("alma");
        Files.writeString(first, "berta\n");
        assertThat(read()).isEqualTo("berta");
    }

    @Test
    void knowsNoNameWhereThereIsNoFile() {
        assertThat(read()).isEmpty();
    }

    @Test
    void readsNoMoreThanANameCanHold() throws IOException {
        Files.writeString(first, "x".repeat(100_000));
        assertThat(read()).hasSize(255);
    }
}
