package io.aboveboard.bootstrap.process;

import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of a service that reports have in common: a state folder, and a receiver to which its settings lead. */
abstract class ReportingService {
    Path folder;
    RecordingOtlpReceiver receiver;
    Map<String, String> settings;

    @BeforeEach
    final void startTheReceiver(@TempDir Path stateDir) {
        folder = stateDir;
        receiver = RecordingOtlpReceiver.start();
        settings = JarSettings.reportingTo(receiver, folder);
    }

    @AfterEach
    final void stopTheReceiver() {
        receiver.close();
    }
}
