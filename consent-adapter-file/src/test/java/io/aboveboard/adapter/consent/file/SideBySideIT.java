package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Beside the original's own way of writing, in Python, and beside other processes of this project. */
@Proves(Promise.P10)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SideBySideIT {
    private final Path root;
    private final StateFolder folder;

    SideBySideIT(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.root = root;
        this.folder = new StateFolder(root.resolve("state"));
    }

    @Test
    void losesNoKeyWhereBothTakeTurns() throws IOException {
        try (Child host = Child.host(root.resolve("host.py"), folder)) {
            for (String original : OriginalFiles.all().toList()) {
                folder.holding(original);
                Files.deleteIfExists(folder.telemetry("milestones.json"));
                takeTurns(host, original);
            }
            host.ends();
        }
    }

    private void takeTurns(Child host, String original) throws IOException {
        JsonNode before = parsed();
        FileInstallationStore store = folder.store();
        for (int turn = 0; turn < 3; turn++) {
            host.ask("set host_" + turn + " {\"n\": [1e400, NaN, \"\\u00e9\"]}");
            LocalDate beat = LocalDate.of(2027, 3, 1 + turn);
            store.update(installation -> changed(installation).withLastBeat(beat));
            host.ask("set initial_data_seeded " + (turn % 2 == 0));
        }
        assertKeeps(before);
        assertThat(folder.found())
                .as(original)
                .isEqualTo(changed(folder.found()).withLastBeat(LocalDate.of(2027, 3, 3)));
    }

    private void assertKeeps(JsonNode before) throws IOException {
        JsonNode after = parsed();
        before.fieldNames()
                .forEachRemaining(name -> assertThat(after.has(name)).as(name).isTrue());
        assertThat(Stream.of("host_0", "host_1", "host_2", "initial_data_seeded"))
                .allMatch(after::has);
        assertThat(after.path("host_1").toString()).isEqualTo("{\"n\":[\"Infinity\",\"NaN\",\"é\"]}");
        Stream.of("install_id", "telemetry_salt", "setup_complete", "setup_completed_at", "base_first_seen_at")
                .filter(before::has)
                .forEach(name -> assertThat(after.get(name)).as(name).isEqualTo(before.get(name)));
    }

    /** All that this project ever writes, filled in where it is missing. */
    private static Installation changed(Installation installation) {
        Installation identified = installation.withIdentity(
                installation.id().orElse(SampleInstallation.ID),
                installation.salt().orElse(SampleInstallation.SALT));
        for (Milestone milestone : Milestone.values()) {
            if (identified.reached(milestone).isEmpty()) {
                identified = identified.withReached(milestone, SampleInstallation.NOW);
            }
        }
        return identified.withPreference(StoredPreference.YES);
    }

    @Test
    void keepsThroughAHostThatWritesWhatItReadAtItsStart() throws IOException {
        folder.holding("{\n  \"setup_complete\": true\n}");
        try (Child host = Child.host(root.resolve("host.py"), folder)) {
            host.ask("remember");
            host.ask("set-stale one 1");
            folder.store().update(installation -> installation.withPreference(StoredPreference.NO));
            assertThat(folder.text())
                    .isEqualTo("{\n  \"setup_complete\": true,\n  \"one\": 1,\n  \"telemetry_enabled\": false\n}");
            host.ends();
        }
    }

    @Test
    @Fault("A10")
    void losesNothingWhereThreeProcessesWriteAThousandTimes() throws IOException {
        folder.holding("{\n  \"setup_complete\": true\n}");
        try (Child host = Child.host(root.resolve("host.py"), folder);
                Child one = Child.jvm(folder, "save", "350");
                Child other = Child.jvm(folder, "save", "350")) {
            List<Child> jvms = List.of(one, other);
            jvms.forEach(jvm -> assertThat(jvm.line()).isEqualTo("ready"));
            jvms.forEach(jvm -> jvm.tell("go"));
            jvms.forEach(jvm -> assertThat(jvm.line()).isEqualTo("saved"));
            assertThat(host.ask("many host_ 300")).isEqualTo("done");
            jvms.forEach(jvm ->
                    IntStream.range(1, 350).forEach(i -> assertThat(jvm.line()).isEqualTo("saved")));
            Stream.of(host, one, other).forEach(Child::ends);
        }
        JsonNode after = parsed();
        assertThat(IntStream.range(0, 300).filter(i -> !after.has("host_" + i))).isEmpty();
        assertThat(after.path("setup_complete").booleanValue()).isTrue();
        assertThat(after.path("telemetry_enabled").isBoolean()).isTrue();
        assertThat(folder.found().lastBeat()).hasValue(LocalDate.EPOCH.plusDays(700));
        assertThat(folder.contents()).noneMatch(path -> path.endsWith(".tmp"));
    }

    @Test
    @Fault("B1")
    void agreesOnOneIdAndReportsOneSightingWhereTwentyProcessesStartAtOnce() {
        List<Child> processes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> sightings = new HashSet<>();
        try {
            IntStream.range(0, 20).forEach(i -> processes.add(Child.jvm(folder, "report")));
            processes.forEach(process -> assertThat(process.line()).isEqualTo("ready"));
            processes.forEach(process -> process.tell("go"));
            processes.forEach(process -> ids.add(lastLine(process, sightings)));
            processes.forEach(Child::ends);
        } finally {
            processes.forEach(Child::close);
        }
        InstallId id = folder.found().id().orElseThrow();
        assertThat(ids).containsExactly("id " + id);
        assertThat(sightings).containsExactly("base_telemetry.first_seen " + RecordUid.ofFirstSeen(id));
        assertThat(folder.found().reached(Milestone.FIRST_SEEN_SENT)).isPresent();
    }

    private static String lastLine(Child process, Set<String> sightings) {
        String line = process.line();
        while (!line.startsWith("id ")) {
            sightings.add(line);
            line = process.line();
        }
        return line;
    }

    @Test
    @Fault("A9")
    void refusesAHugeOrDeepFileInASmallHeapAndChangesNothingOfIt() throws IOException {
        String deep = "{\"x\":" + "[".repeat(100_000);
        assertThat(denied(deep)).contains("not saved", "nested too deeply");
        assertThat(folder.text()).isEqualTo(deep);
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.holding("{\"x\":\"").installation().toFile(), "rw")) {
            huge.setLength(50L * 1024 * 1024);
        }
        assertThat(denied(null)).contains("not saved", "more than 4194304 bytes");
        assertThat(Files.size(folder.installation())).isEqualTo(50L * 1024 * 1024);
    }

    /** What a process of 64 MiB says that is to save a no on it. */
    private String denied(@Nullable String content) {
        if (content != null) {
            folder.holding(content);
        }
        try (Child child = Child.jvm(folder, "deny")) {
            assertThat(child.line()).isEqualTo("ready");
            String answer = child.ask("go");
            child.ends();
            return answer;
        }
    }

    @Test
    void saysWhichProcessHoldsTheLockAndGoesOnOnceThatIsKilled() {
        try (Child holder = Child.jvm(folder, "hold")) {
            assertThat(holder.line()).isEqualTo("ready");
            assertThat(holder.ask("go")).isEqualTo("held");
            assertThatThrownBy(() -> folder.store(Disk.real()).update(installation -> SampleInstallation.stored()))
                    .isInstanceOf(InstallationStoreException.class)
                    .hasMessageContaining("installation.lock: held by process " + holder.pid())
                    .hasMessageContaining("10000 ms");
            assertThat(folder.installation()).doesNotExist();
            holder.kill();
            folder.store().update(installation -> SampleInstallation.stored());
            assertThat(folder.found()).isEqualTo(SampleInstallation.stored());
        }
    }

    private JsonNode parsed() throws IOException {
        return JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build()
                .readTree(folder.bytes());
    }
}
