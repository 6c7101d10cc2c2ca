package io.aboveboard.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.golden.Golden;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private Path home;
    private InvokedCli cli;

    @BeforeEach
    void startWithAnEmptyHome(@TempDir Path folder) {
        home = folder;
        cli = new InvokedCli().with("HOME", home.toString());
    }

    private Path stateDir() {
        return home.resolve(".local/state/aboveboard/unknown_service");
    }

    @ParameterizedTest
    @CsvSource({
        "aboveboard,''",
        "demo,demo",
        "run,run",
        "status,status",
        "consent,consent",
        "consent-show,consent show",
        "consent-grant,consent grant",
        "consent-withdraw,consent withdraw",
        "consent-history,consent history",
        "consent-export,consent export",
        "consent-verify,consent verify",
        "preview,preview",
        "track,track",
        "sent,sent",
        "heartbeat,heartbeat",
        "flush,flush",
        "doctor,doctor",
        "migrate-installation,migrate-installation",
        "reset-identity,reset-identity",
        "erase,erase"
    })
    void helps(String file, String command) {
        int exitCode = cli.run((command + " --help").strip().split(" ", -1));

        assertThat(exitCode).isZero();
        assertThat(cli.err()).isEmpty();
        Golden.assertApproved(getClass(), "help/" + file + ".txt", cli.out());
    }

    @Test
    void tellsItsVersion() {
        assertThat(cli.run("--version")).isZero();
        assertThat(cli.out()).isEqualToIgnoringNewLines("aboveboard 1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "statsu",
        "consent",
        "status --jsn",
        "sent --tail -1",
        "track",
        "track timer.started",
        "track timer.started --user 1 -p novalue",
        "track base_telemetry.x --user 1",
        "track a..b --user 1"
    })
    void refusesWrongUsageInAFewLines(String command) {
        int exitCode = cli.run(command.isEmpty() ? new String[0] : command.split(" ", -1));

        assertThat(exitCode).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err())
                .startsWith("aboveboard: ")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(cli.err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "status --json",
                "consent show",
                "consent show --json",
                "consent history --json",
                "consent export",
                "consent verify",
                "reset-identity --yes",
                "erase --yes",
                "preview",
                "sent",
                "doctor",
                "doctor --json",
                "sent --json"
            })
    void createsNothingByLooking(String command) {
        assertThat(cli.run(command.split(" ", -1))).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heartbeat", "flush", "track timer.started --user 1"})
    void refusesToSendWithoutASink(String command) {
        assertThat(cli.run(command.split(" ", -1))).isEqualTo(1);
        assertThat(cli.err()).contains("no sink is configured");
        assertThat(home).isEmptyDirectory();
    }

    @Fault("B3")
    @Test
    void makesANewInstallationOfACopyButOnlyOnConfirmation() throws IOException {
        cli.run("consent", "grant");
        String before = Files.readString(stateDir().resolve("installation.json"));

        assertThat(cli.run("reset-identity")).isEqualTo(2);
        assertThat(cli.err()).contains("say --yes to do it");
        assertThat(Files.readString(stateDir().resolve("installation.json"))).isEqualTo(before);

        assertThat(cli.run("reset-identity", "--yes")).isZero();
        assertThat(cli.out()).contains("the identity was given up");
        assertThat(stateDir().resolve("installation.json")).hasContent("{}");
        assertThat(stateDir().resolve("telemetry"))
                .isDirectoryContaining("glob:**/consent.retired-*.jsonl")
                .isDirectoryNotContaining("glob:**/consent.jsonl");

        assertThat(cli.run("consent", "show")).isZero();
        assertThat(cli.out()).contains("undecided");
    }

    @Fault("A3")
    @Proves(Promise.P10)
    @Test
    void namesAnInstallationThatCannotBeRead() throws IOException {
        Files.createDirectories(stateDir());
        Files.writeString(stateDir().resolve("installation.json"), "{\"install_id\": ");

        assertThat(cli.run("consent", "show")).isZero();

        assertThat(cli.out()).startsWith("unknown").contains("installation.json");
        assertThat(cli.run("status")).isZero();
        assertThat(cli.out()).contains("consent     unknown; " + stateDir().resolve("installation.json") + ", line 1");
        assertThat(stateDir())
                .isDirectoryContaining("glob:**installation.json")
                .isDirectoryNotContaining("glob:**/telemetry");
    }

    @Test
    void forgetsReceiptsThoughTheInstallationIsGone() throws IOException {
        cli.run("consent", "grant");
        Files.delete(stateDir().resolve("installation.json"));

        assertThat(cli.run("erase")).isEqualTo(2);
        assertThat(cli.run("reset-identity")).isEqualTo(2);
        assertThat(cli.run("erase", "--yes")).isZero();

        assertThat(cli.out()).contains("everything is forgotten");
        assertThat(stateDir().resolve("telemetry"))
                .isDirectoryNotContaining("glob:**/consent.jsonl")
                .isDirectoryNotContaining("glob:**/consent.retired-*.jsonl");
    }

    @Test
    void hasNothingToRunWithoutASink() {
        assertThat(cli.run("run")).isEqualTo(2);
        assertThat(cli.err()).contains("GRAFANA_OTLP_ENDPOINT");
        assertThat(cli.endedWith()).isEqualTo(-1);
    }

    @Proves(Promise.P5)
    @ParameterizedTest
    @CsvSource({
        "DO_NOT_TRACK,1,DO_NOT_TRACK is set",
        "OTEL_SDK_DISABLED,true,OTEL_SDK_DISABLED is set",
        "TELEMETRY_LAYERS,none,TELEMETRY_LAYERS=none"
    })
    void restsWhileAKillSwitchIsOn(String name, String value, String reason) {
        assertThat(cli.with(name, value).run("run")).isZero();

        assertThat(cli.out()).startsWith("everything is off: " + reason);
        assertThat(cli.endedWith()).isZero();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void prefersOptionsToTheEnvironment() {
        cli.with("APP_VERSION", "1").with("OTEL_SERVICE_NAME", "env");

        assertThat(cli.run("--service", "timetracker", "status", "--app-version=5.10.0"))
                .isZero();

        assertThat(cli.out()).startsWith("service     timetracker 5.10.0 (");
    }
}
