package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.testkit.contract.ConsentLedgerContract;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the receipts are in every database that holds them. */
interface JdbcConsentLedgerContract extends ConsentLedgerContract {
    /** Holds nothing at first. */
    HostDatabase host();

    @Test
    default void keepsTheReceiptsOfInstallationsApart() {
        ledger().append(SampleDecisions.yes());

        assertThat(JdbcInstallationStore.create(host().config(), "invoices")
                        .ledger()
                        .last())
                .isEmpty();
    }

    @Proves(Promise.P14)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE aboveboard_receipt SET state = 'granted' WHERE sequence = 2",
                "UPDATE aboveboard_receipt SET actor = 'somebody else' WHERE sequence = 2",
                "UPDATE aboveboard_receipt SET surface = 'oracle' WHERE sequence = 2",
                "UPDATE aboveboard_receipt SET hash = previous_hash WHERE sequence = 2"
            })
    default void findsAReceiptThatWasChanged(String change) throws SQLException {
        decideTwice();
        host().execute(change);

        assertThatThrownBy(ledger()::last)
                .isInstanceOf(ConsentLedgerException.class)
                .hasMessageContaining(" are broken: the last receipt ")
                .hasMessageEndingWith(
                        "restore the table aboveboard_receipt from a backup, or empty it and decide anew");
        assertThatThrownBy(ledger()::history)
                .isInstanceOf(ConsentLedgerException.class)
                .hasMessageContaining(" are broken: receipt 2 ");
        assertThat(ledger().verify()).isInstanceOfSatisfying(ConsentChain.Broken.class, broken -> {
            assertThat(broken.line()).isEqualTo(2);
            assertThat(broken.receipts()).containsExactly(SampleDecisions.yes().after(null));
        });
    }

    @Proves(Promise.P14)
    @Test
    default void findsThatAReceiptWasTakenOut() throws SQLException {
        decideTwice();
        host().execute("DELETE FROM aboveboard_receipt WHERE sequence = 1");

        assertThatThrownBy(ledger()::history)
                .isInstanceOf(ConsentLedgerException.class)
                .hasMessageContaining("receipt 1 has number 2, so one is missing or out of place");
    }

    @Proves(Promise.P14)
    @Test
    default void beginsAnotherChainAndKeepsWhatWasPutAside() throws SQLException {
        decideTwice();
        ledger().retire();
        assertThat(anotherLedger().history()).isEmpty();
        ledger().append(SampleDecisions.no());
        anotherLedger().retire();
        ledger().retire();

        assertThat(ledger().append(SampleDecisions.yes()))
                .isEqualTo(SampleDecisions.yes().after(null));
        assertThat(host().count("SELECT COUNT(*) FROM aboveboard_receipt WHERE chain = 1"))
                .isEqualTo(2);
        assertThat(host().count("SELECT COUNT(*) FROM aboveboard_receipt WHERE chain = 2"))
                .isEqualTo(1);
        assertThat(ledger().verify().receipts()).hasSize(1);
    }

    @Test
    default void deletesOnlyWhatWasPutAside() throws SQLException {
        decideTwice();
        ledger().retire();
        decideTwice();
        anotherLedger().forgetRetired();

        assertThat(host().count("SELECT COUNT(*) FROM aboveboard_receipt")).isEqualTo(2);
        assertThat(ledger().history()).hasSize(2);
    }

    private void decideTwice() {
        ledger().append(SampleDecisions.yes());
        ledger().append(SampleDecisions.no());
    }
}
