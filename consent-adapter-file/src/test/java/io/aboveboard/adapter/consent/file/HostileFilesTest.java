package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that no sound program writes. A seed that ever failed is added to {@code seeds.txt} and tried in every build;
 * {@code -Dfuzz.rounds} tries more that nobody has tried before, and {@code -Dfuzz.seed} says where to begin.
 */
@Proves(Promise.P10)
@Fault({"A5", "A6", "A7", "A8", "B4"})
final class HostileFilesTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 300);
    private static final long FIRST = Long.getLong("fuzz.seed", 20270301);

    private final StateFolder folder;

    HostileFilesTest(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.folder = new StateFolder(root.resolve("state"));
    }

    @Test
    void readsWhatIsThereAndNoMoreAndKeepsWhatIsTheHosts() throws IOException {
        long[] seeds = LongStream.concat(keptSeeds(), LongStream.range(FIRST, FIRST + ROUNDS))
                .toArray();
        List<String> reports = QuarantineReports.of(() -> LongStream.of(seeds).forEach(this::assertHolds));
        assertThat(reports).isNotEmpty().allMatch(report -> report.contains("was not understood"));
    }

    private void assertHolds(long seed) {
        HostileInstallation hostile = HostileInstallation.of(seed);
        folder.holding(hostile.text());
        Installation found = folder.found();
        assertThat(found.preference() == StoredPreference.YES)
                .as("seed %d: a yes in %s", seed, hostile.text())
                .isEqualTo(hostile.isYes());
        folder.store(Disk.real()).update(installation -> installation.withPreference(StoredPreference.NO));
        assertThat(folder.found()).as("seed %d", seed).isEqualTo(found.withPreference(StoredPreference.NO));
        hostile.hostMembers()
                .forEach(member -> assertThat(folder.text()).as("seed %d", seed).contains(member));
    }

    @Test
    void understandsAnyBytesOrSaysWhyNot() throws IOException {
        LongStream.concat(keptSeeds(), LongStream.range(FIRST, FIRST + 10L * ROUNDS))
                .mapToObj(HostileFilesTest::scrambled)
                .forEach(InstallationFuzzer::fuzzerTestOneInput);
    }

    /** A hostile file that besides was cut, or in which some bytes were changed. */
    private static byte[] scrambled(long seed) {
        Random random = new Random(~seed);
        byte[] content = HostileInstallation.of(seed).text().getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(3); change > 0; change--) {
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(3) > 0 ? content : Arrays.copyOf(content, random.nextInt(content.length + 1));
    }

    private static LongStream keptSeeds() throws IOException {
        try (InputStream kept = Objects.requireNonNull(HostileFilesTest.class.getResourceAsStream("seeds.txt"))) {
            List<String> lines = new String(kept.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            return lines.stream().filter(line -> !line.startsWith("#")).mapToLong(Long::parseLong);
        }
    }
}
