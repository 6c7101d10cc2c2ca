package io.aboveboard.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import org.junit.jupiter.api.Test;

class RecordingTelemetrySinkTest {
    private static final Batch BATCH = new Batch(SampleInstallation.SERVICE, SampleEncodedRecords.detailedUpTo(1, 2));

    private final RecordingTelemetrySink sink = new RecordingTelemetrySink();

    @Test
    void answersAsScriptedAndThenDelivers() {
        Verdict parked = new Verdict.Parked("401", "check the token");
        sink.answerNext(parked, Verdict.Retry.because("503"));
        assertThat(deliver()).isEqualTo(Answer.of(parked));
        assertThat(deliver().verdict()).isInstanceOf(Verdict.Retry.class);
        assertThat(deliver().verdict()).isInstanceOf(Verdict.Delivered.class);
    }

    @Test
    void keepsToAStandingAnswer() {
        Verdict refused = new Verdict.Refused("400");
        sink.answerNext(Verdict.Retry.because("503"));
        sink.answerAlways(refused);
        assertThat(deliver().verdict()).isEqualTo(refused);
        assertThat(deliver().verdict()).isEqualTo(refused);
    }

    @Test
    void givesADeliveryOfOnesOwn() {
        Answer dated = new Answer(new Verdict.Delivered(""), SampleInstallation.NOW);
        sink.answerNext(() -> dated);
        assertThat(deliver()).isSameAs(dated);
    }

    @Test
    void keepsWhatItWasHandedWhateverItAnswers() {
        sink.answerNext(Verdict.Retry.because("503"));
        deliver();
        assertThat(sink.batches()).containsExactly(BATCH);
        assertThat(sink.records()).isEqualTo(BATCH.records());
    }

    @Test
    void knowsWhetherItWasClosed() {
        assertThat(sink.isClosed()).isFalse();
        sink.close();
        assertThat(sink.isClosed()).isTrue();
    }

    private Answer deliver() {
        return sink.deliver(Clearances.detailed(1), BATCH).await();
    }
}
