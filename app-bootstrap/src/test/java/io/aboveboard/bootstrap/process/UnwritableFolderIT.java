package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A volume that belongs to root, and a service that does not run as root. Only root can try that; others skip it. */
@Tag("thorough")
class UnwritableFolderIT {
    private static final int NOBODY = 65534;

    private Path jar;
    private Path folder;
    private RecordingOtlpReceiver receiver;
    private Map<String, String> settings;

    @BeforeEach
    void prepare(@TempDir Path root) throws IOException {
        receiver = RecordingOtlpReceiver.start();
        if (!Files.getAttribute(root, "unix:uid").equals(0) || !Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            String reason = "skipped, because only root with setpriv can become another user";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        jar = Files.copy(Path.of(JarProcess.jar()), root.resolve("aboveboard.jar"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        folder = Files.createDirectory(root.resolve("state"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        settings = JarSettings.reportingTo(receiver, folder);
    }

    @AfterEach
    void stopTheReceiver() {
        receiver.close();
    }

    @Test
    @Fault({"A18", "B2"})
    @Proves({Promise.P4, Promise.P7})
    void mintsNoIdAndSendsNothingHoweverOftenItStartsAndSaysWhy() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (JarProcess run = JarProcess.startAs(NOBODY, jar, settings, "run")) {
                run.awaitLine("page ");
                assertThat(said("status"))
                        .contains("install id  none yet")
                        .contains("nothing can be stored in " + folder + " by uid 65534 (" + folder
                                + " is rwxr-xr-x of root:root); give that user the right to read and write it");
                assertThat(run.terminate().exitCode()).isZero();
            }
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(receiver.connections()).isZero();
    }

    private String said(String command) throws InterruptedException {
        try (JarProcess asked = JarProcess.startAs(NOBODY, jar, settings, command)) {
            return asked.awaitEnd().outText();
        }
    }
}
