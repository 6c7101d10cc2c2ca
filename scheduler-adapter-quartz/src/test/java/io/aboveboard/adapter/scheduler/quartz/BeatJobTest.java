package io.aboveboard.adapter.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;

class BeatJobTest {
    private static final String SECRET = "token=glc_canary\r\n\u001b[31mforged";

    private final Deque<Runnable> beats = new ArrayDeque<>();
    private final Recording log = new Recording();
    private final Logger logger = Logger.getLogger(BeatJob.class.getName());
    private final BeatJob job = new BeatJob(() -> beats.remove().run());

    @BeforeEach
    void record() {
        logger.setUseParentHandlers(false);
        logger.addHandler(log);
    }

    @AfterEach
    void stopRecording() {
        logger.removeHandler(log);
        logger.setUseParentHandlers(true);
    }

    @Proves({Promise.P7, Promise.P11})
    @Test
    void reportsWhatABeatThrowsByItsNameOnly() {
        run(() -> {
            throw new IllegalStateException(SECRET, new IllegalArgumentException(SECRET));
        });

        assertThat(log.lines).singleElement().asString().contains("java.lang.IllegalStateException");
        assertThat(log.lines)
                .singleElement()
                .asString()
                .doesNotContain("canary")
                .doesNotContain("\n");
        assertThat(log.causes).isEmpty();
    }

    @Proves(Promise.P16)
    @Test
    void reportsAFailureThatRepeatsOnlyOnce() {
        run(BeatJobTest::fail);
        run(BeatJobTest::fail);
        run(BeatJobTest::fail);

        assertThat(log.lines).hasSize(1);
    }

    @Test
    void reportsAFailureAgainOnceABeatHasSucceeded() {
        run(BeatJobTest::fail);
        run(() -> {});
        run(BeatJobTest::fail);

        assertThat(log.lines).hasSize(2);
    }

    @Proves(Promise.P7)
    @Test
    void keepsErrorsAwayFromQuartzToo() {
        run(() -> {
            throw new StackOverflowError();
        });

        assertThat(log.lines).singleElement().asString().contains("java.lang.StackOverflowError");
    }

    private static void fail() {
        throw new IllegalStateException("a beat that fails");
    }

    @SuppressWarnings("NullAway") // the job has no use for its context
    private void run(Runnable beat) {
        beats.add(beat);
        JobExecutionContext unused = null;
        job.execute(unused);
    }

    private static final class Recording extends Handler {
        final List<String> lines = new ArrayList<>();
        final List<Throwable> causes = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            assertThat(record.getLevel()).isEqualTo(Level.WARNING);
            lines.add(new SimpleFormatter().formatMessage(record));
            if (record.getThrown() != null) {
                causes.add(record.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
