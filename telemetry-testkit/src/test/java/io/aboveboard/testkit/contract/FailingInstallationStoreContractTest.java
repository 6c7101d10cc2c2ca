package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.testkit.fake.FailingInstallationStore;
import io.aboveboard.testkit.marks.AgainstDouble;

@AgainstDouble
class FailingInstallationStoreContractTest implements InstallationStoreContract {
    private final InstallationStore store = new FailingInstallationStore();

    @Override
    public InstallationStore store() {
        return store;
    }

    @Override
    public InstallationStore anotherStore() {
        return store;
    }
}
