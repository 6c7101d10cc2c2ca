package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By tables of mounts as they are in containers and on machines. */
@Fault("B2")
@Proves(Promise.P4)
final class ContainerLayerTest {
    private static final String CONTAINER = """
            612 530 0:57 / / rw,relatime master:210 - overlay overlay rw,lowerdir=/l/A:/l/B,upperdir=/d,workdir=/w
            613 612 0:60 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw
            640 612 8:1 /volumes/state/_data /data rw,relatime master:1 - ext4 /dev/sda1 rw
            641 612 8:1 /srv/with\\040space /my\\040data rw,relatime - ext4 /dev/sda1 rw
            642 612 8:1 /hosts /etc/hosts rw,relatime - ext4 /dev/sda1 rw
            """;

    private static final String MACHINE = """
            26 1 254:0 / / rw,relatime - ext4 /dev/vda rw
            99 26 0:44 / /var/lib/docker/overlay2/x/merged rw,relatime - overlay overlay rw,lowerdir=/l/A
            """;

    @ParameterizedTest
    @CsvSource({
        "/root/.local/state/aboveboard, true",
        "/, true",
        "/database, true",
        "/data, false",
        "/data/timetracker, false",
        "/my data/x, false",
        "/etc/hosts, false"
    })
    void knowsWhatGoesWithAContainer(Path folder, boolean goes) {
        assertThat(ContainerLayer.isLayered(CONTAINER, folder)).isEqualTo(goes);
    }

    @ParameterizedTest
    @CsvSource({"/data", "/var/lib/docker/overlay2/x/merged/data"})
    void takesNoOtherFileSystemForIt(Path folder) {
        assertThat(ContainerLayer.isLayered(MACHINE, folder)).isFalse();
    }

    @Test
    void letsTheLastOfTwoMountsAtOnePlaceCount() {
        assertThat(ContainerLayer.isLayered(CONTAINER + "700 612 0:9 / / rw - tmpfs tmpfs rw\n", Path.of("/x")))
                .isFalse();
        assertThat(ContainerLayer.isLayered("torn line\n612 530", Path.of("/x")))
                .isFalse();
    }

    @Test
    void looksOnlyWithinAContainer(@TempDir Path root) throws IOException {
        Path mark = root.resolve(".dockerenv");
        Path mounts = Files.writeString(root.resolve("mountinfo"), CONTAINER);
        ContainerLayer layer = new ContainerLayer(List.of(root.resolve("none"), mark), mounts);
        assertThat(layer.holds(root.resolve("not/there"))).isFalse();
        Files.createFile(mark);
        assertThat(layer.holds(root.resolve("not/there"))).isTrue();
        Files.delete(mounts);
        assertThat(layer.holds(root)).isFalse();
    }
}
