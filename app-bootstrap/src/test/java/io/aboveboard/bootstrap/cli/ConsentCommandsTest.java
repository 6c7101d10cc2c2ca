package io.aboveboard.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Salt;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code consent} takes, shows and says, on real files. */
class ConsentCommandsTest {
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

    @Fault("E9")
    @Proves(Promise.P14)
    @Test
    void takesBothDecisionsInOneStep() {
        assertThat(cli.run("consent", "grant")).isZero();
        assertThat(cli.run("consent", "withdraw")).isZero();

        assertThat(cli.out().lines())
                .satisfiesExactly(
                        yes -> assertThat(yes)
                                .startsWith("granted (receipt 1, ")
                                .contains(", through cli)"),
                        no -> assertThat(no).startsWith("denied (receipt 2, ").contains(", through cli)"));
        assertThat(cli.err()).isEmpty();
    }

    @Fault("E9")
    @Proves(Promise.P14)
    @Test
    void showsChecksAndExportsEveryDecision() {
        cli.run("consent", "grant");
        cli.run("consent", "withdraw");
        int before = cli.out().length();

        assertThat(cli.run("consent", "history")).isZero();
        assertThat(cli.run("consent", "history", "--json")).isZero();
        assertThat(cli.run("consent", "verify")).isZero();
        assertThat(cli.run("consent", "verify", "--json")).isZero();
        assertThat(cli.run("consent", "export")).isZero();

        assertThat(cli.out().substring(before))
                .contains("1  ", "granted through cli  (text 1, schema 1, no recipient)", "2  ", "denied through cli")
                .contains("intact: 2 receipts are proved; the last hash is ")
                .contains("\"intact\" : true", "\"proved\" : 2")
                .contains("\"format\": \"aboveboard-consent-receipts/1\"", "\"broken_at\": null");
        assertThat(cli.err()).isEmpty();
    }

    @Proves(Promise.P14)
    @Test
    void saysAtWhichLineTheReceiptsAreBroken() throws IOException {
        cli.run("consent", "grant");
        cli.run("consent", "withdraw");
        Path receipts = stateDir().resolve("telemetry").resolve("consent.jsonl");
        Files.writeString(receipts, Files.readString(receipts).replace("denied", "granted"));
        int before = cli.out().length();

        assertThat(cli.run("consent", "verify")).isEqualTo(1);
        assertThat(cli.run("consent", "verify", "--json")).isEqualTo(1);
        assertThat(cli.run("consent", "export")).isEqualTo(1);
        assertThat(cli.run("consent", "history")).isEqualTo(1);

        String why = "the receipt does not match its own hash, so it was changed after it was written";
        assertThat(cli.out().substring(before))
                .contains("broken at line 2: " + why + "; before it 1 receipt is intact")
                .contains("\"intact\" : false", "\"line\" : 2")
                .contains("\"broken_at\": {\"line\": 2, \"why\": \"" + why + "\"}");
        assertThat(cli.err()).contains("aboveboard: broken at line 2");
    }

    @Test
    void tellsMachinesWhatCameOfADecision() {
        assertThat(cli.run("consent", "withdraw", "--json")).isZero();

        assertThat(cli.out())
                .contains("\"outcome\" : \"recorded\"")
                .contains("\"state\" : \"denied\"")
                .contains("\"source\" : \"cli\"");
    }

    @Test
    void refusesAYesWhileAKillSwitchIsOn() {
        assertThat(cli.with("DO_NOT_TRACK", "1").run("consent", "grant", "--json"))
                .isEqualTo(1);

        assertThat(cli.out()).contains("\"outcome\" : \"not_taken\"");
        assertThat(cli.err()).startsWith("aboveboard: not granted: DO_NOT_TRACK");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void saysSoWhereAYesCannotBeSaved() throws IOException {
        Files.createDirectories(stateDir());
        Files.writeString(stateDir().resolve("telemetry"), "in the way");

        assertThat(cli.run("consent", "grant")).isEqualTo(1);
        assertThat(cli.err()).contains("aboveboard: not granted: ").contains("remove it");
    }

    @Fault("E7")
    @Test
    void saysSoWhereANoCannotBeSaved() throws IOException {
        Files.createDirectories(stateDir());
        Files.writeString(stateDir().resolve("telemetry"), "in the way");

        assertThat(cli.run("consent", "withdraw", "--json")).isEqualTo(1);
        assertThat(cli.out()).contains("\"outcome\" : \"in_force_unsaved\"");
        assertThat(cli.err()).contains("aboveboard: the no was not saved").contains("will not survive a restart");
    }

    @Test
    @Fault("E7")
    void saysSoWhereANoIsMissingFromOneOfItsPlaces() throws IOException {
        cli.run("consent", "grant");
        Files.delete(stateDir().resolve("installation.json"));
        Files.createDirectories(stateDir().resolve("installation.json"));

        assertThat(cli.run("consent", "withdraw")).isEqualTo(1);
        assertThat(cli.err())
                .contains("aboveboard: the no holds and has its receipt, but not all is done yet, so say it again: ")
                .contains("no regular file");
        assertThat(cli.run("consent", "history")).isZero();
        assertThat(cli.out()).contains("denied through cli");
    }

    /** Each with what shows that this rule decided, and no other. */
    @ParameterizedTest
    @CsvSource({
        "TELEMETRY_LAYERS, base, TELEMETRY_LAYERS=base: product events are never sent",
        "ENABLE_TELEMETRY, false, ENABLE_TELEMETRY=false: product events are never sent",
        "APP_VERSION, 1, the yes was given to an older text: it must be asked again"
    })
    @Proves(Promise.P1)
    void namesTheRuleThatDecided(String name, String value, String rule) throws IOException {
        withASink();
        FileInstallationStore store = FileInstallationStore.in(stateDir());
        ConsentTerms older = new ConsentTerms("0", "1", "127.0.0.1");
        store.ledger().append(new ConsentDecision(ConsentState.GRANTED, Actor.cli(), Instant.EPOCH, older));
        store.update(
                stored -> stored.withIdentity(InstallId.random(), Salt.random()).withPreference(StoredPreference.YES));

        assertThat(cli.with(name, value).run("consent", "show")).isZero();

        assertThat(cli.out())
                .startsWith("granted (receipt 1, ")
                .containsOnlyOnce("; ")
                .contains("; " + rule);
    }

    @Test
    @Proves(Promise.P1)
    void namesANoAndAConflictAsWhatDecided() throws IOException {
        withASink();
        cli.run("consent", "grant");
        Path file = stateDir().resolve("installation.json");
        String granted = Files.readString(file);
        Files.writeString(file, granted.replaceAll(",?\\s*\"telemetry_enabled\": true", ""));
        int before = cli.out().length();

        assertThat(cli.run("consent", "show")).isZero();
        assertThat(cli.out().substring(before))
                .contains("the stored decisions contradict each other: that counts as no");

        Files.writeString(file, granted);
        cli.run("consent", "withdraw");
        int after = cli.out().length();
        assertThat(cli.run("consent", "show", "--json")).isZero();
        assertThat(cli.out().substring(after)).contains("\"denied\"").contains("\"effective\" : false");
    }

    private void withASink() {
        cli.with("GRAFANA_OTLP_ENDPOINT", "http://127.0.0.1:9/otlp").with("GRAFANA_OTLP_TOKEN", "1:token");
        cli.with("OTEL_SERVICE_NAME", "unknown_service");
    }
}
