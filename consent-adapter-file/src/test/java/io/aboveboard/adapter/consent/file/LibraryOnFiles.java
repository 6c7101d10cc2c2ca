package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.testkit.fake.RecordingTelemetrySink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** What the tests of the whole library on files have in common: a folder on a disk that can fail, and what was sent. */
abstract class LibraryOnFiles {
    final StateFolder folder;
    final ScriptedDisk disk = new ScriptedDisk();
    final RecordingTelemetrySink sink = new RecordingTelemetrySink();
    private final List<Aboveboard> opened = new ArrayList<>();

    LibraryOnFiles(Path root) {
        this.folder = new StateFolder(root.resolve("state"));
    }

    @AfterEach
    final void close() {
        opened.forEach(Aboveboard::close);
    }

    /** One more process with it; closed after the test. */
    final Aboveboard aboveboard() {
        Aboveboard built = Aboveboard.of("timetracker", "5.10.0")
                .installation(folder.store(disk))
                .sink(sink)
                .environmentSwitches(EnvironmentSwitches.of(Map.of()))
                .build();
        opened.add(built);
        return built;
    }

    static void sendsAll(Aboveboard aboveboard) {
        aboveboard.base().sendFirstSeen();
        aboveboard.base().sendHeartbeat();
        tracks(aboveboard);
        aboveboard.flush(Duration.ofSeconds(10));
    }

    static Admission tracks(Aboveboard aboveboard) {
        return aboveboard.telemetry().track("timer.started", UserId.of(42), Map.of());
    }
}
