package io.aboveboard.bootstrap.architecture.canary.domain.port;

import io.aboveboard.bootstrap.architecture.canary.domain.record.EncodedRecord;
import java.util.List;

/** Sends what it is given. */
public interface LeakySink {
    void deliver(Batch batch);

    void deliverAll(List<EncodedRecord> records);
}
