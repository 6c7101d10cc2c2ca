package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.testkit.contract.ConsentGateContract;
import io.aboveboard.testkit.fixture.SampleDecisions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

/** Each call opens the gate anew, as another store of the same process does; other processes are in {@link GateIT}. */
final class FileConsentGateContractTest implements ConsentGateContract {
    private final StateFolder folder;

    FileConsentGateContractTest(@TempDir(factory = FoldersInMemory.class) Path root) {
        this.folder = new StateFolder(root.resolve("state"));
        folder.store().ledger().append(SampleDecisions.yes());
    }

    @Override
    public ConsentGate gate(Duration patience) {
        return new FileConsentGate(StateDirectory.of(folder.root()), Pauser.parking(), patience);
    }
}
