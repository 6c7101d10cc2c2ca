package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.testkit.contract.ConsentLedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FileConsentLedgerContractTest implements ConsentLedgerContract {
    private final Path folder;
    private final ConsentLedger ledger;

    FileConsentLedgerContractTest(@TempDir Path around) {
        folder = around.resolve("state");
        ledger = anotherLedger();
    }

    @Override
    public ConsentLedger ledger() {
        return ledger;
    }

    @Override
    public ConsentLedger anotherLedger() {
        return FileInstallationStore.in(folder).ledger();
    }
}
