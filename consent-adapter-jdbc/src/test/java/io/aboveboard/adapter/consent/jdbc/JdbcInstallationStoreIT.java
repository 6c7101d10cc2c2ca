package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class JdbcInstallationStoreIT implements JdbcInstallationStoreOnHostContract {
    private final Postgres postgres = new Postgres();

    JdbcInstallationStoreIT() throws SQLException {}

    @Override
    public HostDatabase host() {
        return postgres;
    }

    @Proves({Promise.P1, Promise.P7})
    @Test
    void takesADatabaseThatCannotBeReachedForUnreadable() {
        String url = Postgres.urlOf("none");
        InstallationStore store =
                JdbcInstallationStore.create(new JdbcConfig(url, "postgres", Password.none()), "timetracker");

        assertThat(store.read())
                .isEqualTo(new InstallationReading.Unreadable(url, "there is no such database; correct its name"));
        assertThatThrownBy(() -> store.update(installation -> SampleInstallation.stored()))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessage(
                        "The installation was not saved in " + url + ": there is no such database; correct its name");
        assertThatThrownBy(() -> store.ledger().append(SampleDecisions.no()))
                .isInstanceOf(ConsentLedgerException.class);
        assertThatThrownBy(() -> store.gate().shared(() -> "begun"))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageStartingWith("Nothing is stored or sent: the gate of " + url + " cannot be passed: ");
        assertThatThrownBy(() -> store.gate().exclusively(() -> "begun"))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageStartingWith("The decision was not taken: ");
    }
}
