package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.testkit.contract.InstallationStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FileInstallationStoreContractTest implements InstallationStoreContract {
    private final Path folder;
    private final InstallationStore store;

    FileInstallationStoreContractTest(@TempDir Path around) {
        folder = around.resolve("state");
        store = FileInstallationStore.in(folder);
    }

    @Override
    public InstallationStore store() {
        return store;
    }

    @Override
    public InstallationStore anotherStore() {
        return FileInstallationStore.in(folder);
    }
}
