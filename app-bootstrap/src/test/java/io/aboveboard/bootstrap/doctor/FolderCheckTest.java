package io.aboveboard.bootstrap.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.doctor.Finding.Outcome;
import io.aboveboard.testkit.marks.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Fault("A18")
class FolderCheckTest {
    private Path root;

    @BeforeEach
    void begin(@TempDir Path empty) {
        root = empty;
    }

    @Test
    void isContentWithAFolderOfItsOwn() throws IOException {
        assertThat(FolderCheck.look(root)).isEqualTo(Finding.ok("folder", root + " can be written"));

        telemetry("rwx------");

        assertThat(FolderCheck.look(root)).isEqualTo(Finding.ok("folder", root + " can be written"));
    }

    @Test
    void isContentWithAFolderThatIsYetToBeMade() {
        Path missing = root.resolve("not").resolve("yet");

        assertThat(FolderCheck.look(missing)).isEqualTo(Finding.ok("folder", missing + " is made when it is needed"));
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void saysHowToCloseAFolderThatIsOpenToOthers() throws IOException {
        Path telemetry = telemetry("rwxr-xr-x");

        assertThat(FolderCheck.look(root))
                .isEqualTo(Finding.warning(
                        "folder", telemetry + " is open to others (rwxr-xr-x)", "chmod 0700 " + telemetry));
    }

    @Test
    void namesTheFileThatLiesWhereTheFolderBelongs() throws IOException {
        Path file = Files.createFile(root.resolve("state"));

        assertThat(FolderCheck.look(file))
                .isEqualTo(Finding.failed(
                        "folder", file + " is a file", "name a folder by INSTALLATION_CONFIG_DIR, or move the file"));
    }

    @Test
    void namesTheFileThatLiesWhereItsOwnFolderBelongs() throws IOException {
        Path file = Files.createFile(root.resolve("telemetry"));

        assertThat(FolderCheck.look(root))
                .isEqualTo(Finding.failed("folder", file + " is a file", "move the file out of the way"));
    }

    @Test
    void saysWhoseAFolderIsThatBelongsToSomebodyElse() throws IOException {
        Path telemetry = telemetry("rwx------");
        giveToNobody(telemetry);
        String user = System.getProperty("user.name");

        assertThat(FolderCheck.look(root))
                .isEqualTo(Finding.warning(
                        "folder",
                        telemetry + " belongs to nobody, and this runs as " + user,
                        "run it as nobody, or give the folder to " + user));
    }

    @Test
    void saysWhoCannotWriteAFolderThatIsReadOnly() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-x------"));
        if (Files.isWritable(root)) {
            skip("nothing is read-only to this user");
        }

        Finding finding = FolderCheck.look(root);

        assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding.observation())
                .isEqualTo(root + " cannot be written by this user (" + System.getProperty("user.name") + ")");
        assertThat(finding.remedy()).contains("INSTALLATION_CONFIG_DIR");
    }

    private Path telemetry(String permissions) throws IOException {
        Path telemetry = Files.createDirectories(root.resolve("telemetry"));
        return Files.setPosixFilePermissions(telemetry, PosixFilePermissions.fromString(permissions));
    }

    private static void giveToNobody(Path folder) {
        try {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (IOException notAllowed) {
            skip("nothing can be given away here: " + notAllowed);
        }
    }

    private static void skip(String reason) {
        System.out.println("skipped, because " + reason);
        Assumptions.abort(reason);
    }
}
