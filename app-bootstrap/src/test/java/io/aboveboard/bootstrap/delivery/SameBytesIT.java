package io.aboveboard.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fake.MutableClock;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
            List<ByteString> preview =
                    bytesOf(replica.aboveboard().transparency().preview().records());
            assertThat(stored(folder))
                    .as("what another process finds on the disk")
                    .isEqualTo(preview);
            receiver.answerNext(OtlpAnswer.status(503));
            replica.step();
            replica.restart();
            replica.step();

            assertThat(preview)
                    .as("first_seen, heartbeat, the install ping and two events")
                    .hasSize(5);
            List<ReceivedRequest> requests = receiver.requests();
            List<ByteString> wire = received(requests.subList(1, requests.size()));
            assertThat(wire).containsExactlyInAnyOrderElementsOf(preview);
            assertThat(wire).startsWith(received(requests.subList(0, 1)).toArray(ByteString[]::new));
            List<SentRecord> sent = replica.aboveboard().transparency().sent(100);
            assertThat(bytesOf(sent.stream().map(SentRecord::record).toList()))
                    .containsExactlyInAnyOrderElementsOf(wire);
            assertThat(sent)
                    .allSatisfy(each -> assertThat(RecordView.of(each.record()).json())
                            .contains(each.record().uid().value()));
        }
    }

    private static List<ByteString> stored(Path folder) {
        try (FileOutbox beside = FileOutbox.in(folder)) {
            return Stream.of(Layer.BASE, Layer.DETAILED)
                    .flatMap(layer -> beside.oldest(layer, 100, Long.MAX_VALUE, record -> true).stream())
                    .map(record -> ByteString.copyFrom(record.bytes()))
                    .toList();
        }
    }

    private static List<ByteString> bytesOf(List<EncodedRecord> records) {
        return records.stream()
                .map(record -> ByteString.copyFrom(record.bytes()))
                .toList();
    }

    private static List<ByteString> received(List<ReceivedRequest> requests) {
        return requests.stream()
                .flatMap(request -> request.records().stream())
                .map(ReceivedRecord::encoded)
                .toList();
    }
}
