package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.testkit.fake.ReadableRecordEncoder;
import io.aboveboard.testkit.marks.AgainstDouble;

@AgainstDouble
class ReadableRecordEncoderContractTest implements RecordEncoderContract {
    private final RecordEncoder encoder = new ReadableRecordEncoder();

    @Override
    public RecordEncoder encoder() {
        return encoder;
    }
}
