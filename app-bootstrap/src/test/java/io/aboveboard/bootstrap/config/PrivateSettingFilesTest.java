package io.aboveboard.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateSettingFilesTest {
    private final PrivateSettingFiles files = new PrivateSettingFiles();
    private Path file;

    @BeforeEach
    void writeAFile(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("token"), "secret\n");
    }

    private void setMode(String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "r--r-----"})
    void readsASecretThatIsClosedToOthers(String mode) throws IOException {
        setMode(mode);

        assertThat(files.read(file.toString(), true)).isEqualTo("secret\n".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw--w----", "rw-----w-"})
    void refusesASecretThatIsOpenToOthers(String mode) throws IOException {
        setMode(mode);

        assertThatThrownBy(() -> files.read(file.toString(), true)).hasMessageContaining("chmod 600");
        assertThat(files.read(file.toString(), false)).isNotEmpty();
    }

    @Test
    void refusesWhatIsNoFile() {
        Path folder = file.resolveSibling("");

        assertThatThrownBy(() -> files.read(folder.toString(), false)).hasMessage("it is not a file");
        assertThatThrownBy(() -> files.read(folder + "/none", false)).hasMessage("there is no such file");
    }

    @Test
    void refusesAFileWithoutMeasure() throws IOException {
        Files.write(file, new byte[1024 * 1024 + 1]);

        assertThatThrownBy(() -> files.read(file.toString(), false)).hasMessageContaining("larger than 1048576 bytes");
    }
}
