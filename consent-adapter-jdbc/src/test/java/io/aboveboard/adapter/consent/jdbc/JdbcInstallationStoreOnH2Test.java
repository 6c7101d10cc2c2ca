package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.BaseClaim;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcInstallationStoreOnH2Test implements JdbcInstallationStoreOnHostContract {
    private final H2 h2 = H2.inMemory();

    @Override
    public HostDatabase host() {
        return h2;
    }

    private static JdbcInstallationStore pooled(Path folder) {
        return JdbcInstallationStore.pooled(H2.in(folder).config(), "timetracker");
    }

    @Test
    @Proves({Promise.P4, Promise.P9, Promise.P14})
    void keepsAllThroughARestart(@TempDir Path folder) {
        try (JdbcInstallationStore store = pooled(folder)) {
            store.gate().exclusively(() -> store.update(stored -> SampleInstallation.stored()));
            store.gate().exclusively(() -> store.ledger().append(SampleDecisions.yes()));
            assertThat(store.claims().claim(firstSeen())).isTrue();
        }
        try (JdbcInstallationStore store = pooled(folder)) {
            assertThat(store.read()).isEqualTo(new InstallationReading.Found(SampleInstallation.stored()));
            assertThat(store.ledger().history())
                    .containsExactly(SampleDecisions.yes().after(null));
            assertThat(store.claims().claim(firstSeen())).isFalse();
        }
    }

    private static BaseClaim firstSeen() {
        return BaseClaim.firstSeen(SampleInstallation.ID, SampleEncodedRecords.base(1));
    }

    @Test
    @Proves({Promise.P1, Promise.P2, Promise.P16})
    @Fault({"G4", "G5"})
    void storesDecisionsWhileManyRecordInTheSameFewConnections(@TempDir Path folder) throws Exception {
        try (JdbcInstallationStore store = pooled(folder)) {
            store.update(stored -> SampleInstallation.stored());
            Replicas.atOnce(12, number -> () -> {
                for (int turn = 0; turn < 10; turn++) {
                    assertThat(number < 2 ? decided(store, turn) : store.gate().shared(store::read))
                            .isNotNull();
                }
                return number;
            });
            assertThat(store.read())
                    .isEqualTo(new InstallationReading.Found(
                            SampleInstallation.stored().withPreference(StoredPreference.NO)));
        }
    }

    private static Installation decided(JdbcInstallationStore store, int turn) {
        StoredPreference preference = turn % 2 == 0 ? StoredPreference.YES : StoredPreference.NO;
        return store.gate().exclusively(() -> store.update(stored -> stored.withPreference(preference)));
    }

    @Test
    @Proves({Promise.P1, Promise.P7})
    void saysThatAnotherProcessHasTheFile(@TempDir Path folder) throws IOException {
        InstallationStore store = JdbcInstallationStore.create(H2.in(folder).config(), "timetracker");
        store.update(stored -> SampleInstallation.stored());
        try (FileChannel other = FileChannel.open(folder.resolve("host.mv.db"), StandardOpenOption.WRITE)) {
            assertThat(other.lock().isValid()).isTrue();

            assertThat(store.read())
                    .isEqualTo(new InstallationReading.Unreadable(
                            "jdbc:h2:file:" + folder.resolve("host"),
                            "another process keeps the database to itself; end that process, or let both enter it"
                                    + " through a server"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DB_CLOSE_DELAY=-1|canary|the database lets this user not in; correct user and password",
                "USER=sa;PASSWORD=canary|''|the database lets this user not in; correct user and password",
            })
    @Proves({Promise.P1, Promise.P7})
    void repeatsNoSecretWhereItIsNotLetIn(String parameters, String password, String why) throws SQLException {
        String url = h2.config().url().replaceFirst(";.*", ";") + parameters;
        h2.execute("ALTER USER sa SET PASSWORD 'right'");
        JdbcConfig config = new JdbcConfig(url, password.isEmpty() ? "" : "sa", Password.of(password));

        assertThat(JdbcInstallationStore.create(config, "timetracker").read())
                .isEqualTo(new InstallationReading.Unreadable(config.address(), why));
    }

    @Test
    @Proves({Promise.P1, Promise.P7})
    void saysThatThereIsNoSuchDatabase(@TempDir Path folder) {
        JdbcConfig config = JdbcConfig.of(H2.in(folder).config().url() + ";IFEXISTS=TRUE");

        assertThat(JdbcInstallationStore.create(config, "timetracker").read())
                .isEqualTo(new InstallationReading.Unreadable(
                        config.address(), "there is no such database; correct its name"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Proves(Promise.P4)
    void isOneInstallationHoweverOftenManyStartAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            H2 empty = H2.inMemory();
            assertThat(Replicas.atOnce(
                            8,
                            number -> () -> JdbcInstallationStore.create(empty.config(), "timetracker")
                                    .update(JdbcInstallationStoreOnH2Test::identified)))
                    .hasSize(8)
                    .containsOnly(found(empty));
        }
    }

    private static Installation found(H2 database) {
        InstallationReading reading =
                JdbcInstallationStore.create(database.config(), "timetracker").read();
        return ((InstallationReading.Found) reading).installation();
    }

    private static Installation identified(Installation installation) {
        return installation.id().isPresent() ? installation : installation.withId(InstallId.random());
    }
}
