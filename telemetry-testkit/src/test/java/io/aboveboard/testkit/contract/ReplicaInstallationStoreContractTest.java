package io.aboveboard.testkit.contract;

import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.replica.ReplicaInstallationStore;

/** Two replicas of one installation. */
class ReplicaInstallationStoreContractTest implements InstallationStoreContract {
    private final InstallationStore shared = new InMemoryInstallationStore();
    private final InstallationStore store = replica();
    private final InstallationStore another = replica();

    private InstallationStore replica() {
        return ReplicaInstallationStore.acting(
                shared, new InMemoryInstallationStore(), new InMemoryInstallationStore(), () -> 0);
    }

    @Override
    public InstallationStore store() {
        return store;
    }

    @Override
    public InstallationStore anotherStore() {
        return another;
    }
}
