package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.fixture.SampleRecords;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link TelemetrySink} must do that is configured. */
public interface TelemetrySinkContract {
    /**
     * A sink whose receiver acknowledges everything.
     *
     * @return the same through one test
     */
    TelemetrySink acceptedSink();

    /**
     * What has reached that receiver.
     *
     * @return the uids, in the order of arrival
     */
    List<RecordUid> arrived();

    /**
     * A sink whose receiver cannot be reached, or does not answer.
     *
     * @return the same through one test; answers within 10 seconds
     */
    TelemetrySink unreachableSink();

    @Test
    default void hasOneEncoder() {
        assertThat(acceptedSink().encoder()).isNotNull().isSameAs(acceptedSink().encoder());
    }

    @Test
    default void saysWhereItSendsTo() {
        assertThat(acceptedSink().describe().configured()).isTrue();
        assertThat(acceptedSink().describe().recipient()).isNotEmpty();
        assertThat(acceptedSink().describe().endpoint())
                .contains(acceptedSink().describe().recipient());
    }

    @Test
    default void deliversABatchInItsOrder() {
        List<EncodedRecord> records = encoded(acceptedSink(), 3);
        assertThat(deliver(acceptedSink(), Clearances.detailed(1), records)).isInstanceOf(Verdict.Delivered.class);
        assertThat(arrived()).isEqualTo(records.stream().map(EncodedRecord::uid).toList());
    }

    @Test
    default void deliversTheBaseLayer() {
        EncodedRecord firstSeen = acceptedSink().encoder().encode(SampleRecords.firstSeen());
        assertThat(deliver(acceptedSink(), Clearances.base(), List.of(firstSeen)))
                .isInstanceOf(Verdict.Delivered.class);
        assertThat(arrived()).containsExactly(firstSeen.uid());
    }

    @Test
    @Proves(Promise.P9)
    default void deliversAResendUnderTheSameUid() {
        List<EncodedRecord> one = encoded(acceptedSink(), 1);
        deliver(acceptedSink(), Clearances.detailed(1), one);
        deliver(acceptedSink(), Clearances.detailed(1), one);
        assertThat(arrived()).hasSize(2).containsOnly(one.get(0).uid());
    }

    @Test
    @Proves(Promise.P1)
    default void deliversNothingThatTheClearanceDoesNotCover() {
        Batch batch = new Batch(SampleInstallation.SERVICE, encoded(acceptedSink(), 2));
        List.of(Clearances.base(), Clearances.detailed(2))
                .forEach(clearance -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> acceptedSink().deliver(clearance, batch)));
        assertThat(arrived()).isEmpty();
    }

    @Test
    @Proves(Promise.P13)
    default void asksForARetryWhereNobodyAnswers() {
        List<EncodedRecord> one = encoded(unreachableSink(), 1);
        assertThat(deliver(unreachableSink(), Clearances.detailed(1), one)).isInstanceOf(Verdict.Retry.class);
    }

    @Test
    default void asksForARetryOnceClosed() {
        List<EncodedRecord> one = encoded(acceptedSink(), 1);
        acceptedSink().close();
        acceptedSink().close();
        assertThat(deliver(acceptedSink(), Clearances.detailed(1), one)).isInstanceOf(Verdict.Retry.class);
        assertThat(arrived()).isEmpty();
    }

    private static List<EncodedRecord> encoded(TelemetrySink sink, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> sink.encoder().encode(SampleRecords.timerStarted(1, number)))
                .toList();
    }

    private static Verdict deliver(TelemetrySink sink, Clearance clearance, List<EncodedRecord> records) {
        return sink.deliver(clearance, new Batch(SampleInstallation.SERVICE, records))
                .await()
                .verdict();
    }
}
