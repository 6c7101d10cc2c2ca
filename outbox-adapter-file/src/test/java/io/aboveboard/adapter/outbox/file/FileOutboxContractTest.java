package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.testkit.contract.OutboxContract;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileOutboxContractTest implements OutboxContract {
    private final Path root;

    FileOutboxContractTest(@TempDir Path root) {
        this.root = root;
    }

    @Override
    public Outbox newOutbox(long maxBytes) {
        FileOutboxConfig config =
                FileOutboxConfig.defaults().withMaxBytes(maxBytes).withClock(() -> SampleInstallation.NOW);
        Outbox outbox = FileOutbox.in(root, config);
        outbox.claim();
        return outbox;
    }
}
