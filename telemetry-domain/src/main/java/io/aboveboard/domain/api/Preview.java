package io.aboveboard.domain.api;

import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.record.EncodedRecord;
import java.util.List;

/**
 * What would be sent now.
 *
 * @param service who would report
 * @param records the records, encoded as they would stand on the wire, base layer first
 * @param more how many further records would be sent, where not all were asked for
 * @param remarks why something that one might expect is not among them
 */
public record Preview(Service service, List<EncodedRecord> records, long more, List<String> remarks) {
    /** Copies the lists. */
    public Preview {
        records = List.copyOf(records);
        remarks = List.copyOf(remarks);
    }
}
