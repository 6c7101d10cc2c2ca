package io.aboveboard.testkit.contract;

import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.port.InstallationStore;

class InMemoryInstallationStoreContractTest implements InstallationStoreContract {
    private final InstallationStore store = new InMemoryInstallationStore();

    @Override
    public InstallationStore store() {
        return store;
    }

    @Override
    public InstallationStore anotherStore() {
        return store;
    }
}
