package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.replica.Relocation;
import io.aboveboard.domain.replica.Relocation.Outcome;
import io.aboveboard.testkit.fake.FailingInstallationStore;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RelocationTest {
    private final InstallationStore from = new InMemoryInstallationStore(SampleInstallation.stored());
    private final FailingInstallationStore to = new FailingInstallationStore();

    private static String why(Outcome outcome) {
        return ((Outcome.NotMoved) outcome).why();
    }

    @Test
    void bringsIdentityProgressAndReceiptsAlong() {
        from.ledger().append(SampleDecisions.yes());
        from.ledger().append(SampleDecisions.no());
        from.update(stored -> stored.withPreference(StoredPreference.NO));
        assertThat(Relocation.move(from, to)).isEqualTo(new Outcome.Moved(SampleInstallation.ID, 2));
        assertThat(to.read()).isEqualTo(from.read());
        assertThat(to.ledger().history()).isEqualTo(from.ledger().history());
    }

    @Test
    void mayBeRepeatedAndBringsOnlyWhatIsMissing() {
        from.ledger().append(SampleDecisions.yes());
        Relocation.move(from, to);
        from.ledger().append(SampleDecisions.no());
        assertThat(Relocation.move(from, to)).isEqualTo(new Outcome.Moved(SampleInstallation.ID, 2));
        assertThat(to.ledger().history()).isEqualTo(from.ledger().history());
    }

    @Test
    void movesNothingWhereThereIsNothing() {
        assertThat(why(Relocation.move(new InMemoryInstallationStore(), to))).startsWith("there is no installation");
    }

    @Test
    void leavesAnotherInstallationAlone() {
        to.update(stored -> stored.withIdentity(InstallId.random(), SampleInstallation.SALT));
        assertThat(why(Relocation.move(from, to))).startsWith("another installation is there already");
    }

    @Test
    void leavesDecisionsAloneThatItDoesNotKnow() {
        to.ledger().append(SampleDecisions.no());
        assertThat(why(Relocation.move(from, to))).startsWith("decisions were taken there");
    }

    /** As a process does that was not stopped: it decides between the look at the receipts and their arrival. */
    private static InstallationStore decidingOnArrival(InstallationStore from, InstallationStore to) {
        return new InstallationStore() {
            @Override
            public InstallationReading read() {
                return to.read();
            }

            @Override
            public Installation update(UnaryOperator<Installation> change) {
                from.ledger().append(SampleDecisions.no());
                return to.update(change);
            }

            @Override
            public ConsentLedger ledger() {
                return to.ledger();
            }

            @Override
            public ConsentGate gate() {
                return to.gate();
            }
        };
    }

    @Test
    @Proves(Promise.P2)
    void isNotDoneWhereSomebodyDecidesMeanwhileWhereItComesFrom() {
        from.ledger().append(SampleDecisions.yes());
        assertThat(why(Relocation.move(from, decidingOnArrival(from, to))))
                .startsWith("it was changed meanwhile where it comes from");
        assertThat(Relocation.move(from, to)).isEqualTo(new Outcome.Moved(SampleInstallation.ID, 2));
        assertThat(to.ledger().history()).isEqualTo(from.ledger().history());
    }

    @Test
    void saysWhatIsInTheWay() {
        to.fail();
        assertThat(why(Relocation.move(from, to))).contains("told to fail");
        assertThat(why(Relocation.move(to, from))).contains("told to fail");
    }
}
