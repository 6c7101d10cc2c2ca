package io.aboveboard.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.testkit.fake.MutableClock;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown before, what is stored, what goes out and what is shown after are the same bytes. */
class SameBytesIT {
    /** The receiver tells the real time, by which records are judged. */
    private final MutableClock clock = MutableClock.at(Instant.now());

    @Test
    @Fault("I4")
    @Proves({Promise.P6, Promise.P9})
    void thePreviewTheWireTheResendAndTheRecordOfWhatWasSentAreTheSame(@TempDir Path folder) {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
                Replica replica = new Replica(folder, receiver.baseEndpoint(), clock)) {
            replica.grant();
            replica.track(1);
            replica.track(2);
            Set<ByteBuffer> preview = replica.aboveboard().transparency().preview().records().stream()
                    .map(EncodedRecord::bytes)
                    .map(ByteBuffer::wrap)
                    .collect(Collectors.toSet());
            receiver.answerNext(OtlpAnswer.status(503));
            replica.step();
            replica.restart();
            replica.step();

            assertThat(preview)
                    .as("first_seen, heartbeat, the install ping and two events")
                    .hasSize(5);
            List<ReceivedRequest> requests = receiver.requests();
            assertThat(bytesOf(requests.subList(1, requests.size()))).isEqualTo(preview);
            assertThat(preview).containsAll(bytesOf(requests.subList(0, 1)));
            List<SentRecord> sent = replica.aboveboard().transparency().sent(100);
            assertThat(sent.stream().map(each -> ByteBuffer.wrap(each.record().bytes())))
                    .hasSize(5)
                    .allMatch(preview::contains);
            assertThat(sent)
                    .allSatisfy(each -> assertThat(RecordView.of(each.record()).json())
                            .contains(each.record().uid().value()));
        }
    }

    private static Set<ByteBuffer> bytesOf(List<ReceivedRequest> requests) {
        return requests.stream()
                .flatMap(request -> request.records().stream())
                .map(record -> record.encoded().asReadOnlyByteBuffer())
                .collect(Collectors.toSet());
    }
}
