package io.aboveboard.adapter.sink.otlp.encode;

import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.testkit.contract.RecordEncoderContract;

class OtlpRecordEncoderContractTest implements RecordEncoderContract {
    private final OtlpRecordEncoder encoder = new OtlpRecordEncoder();

    @Override
    public RecordEncoder encoder() {
        return encoder;
    }
}
