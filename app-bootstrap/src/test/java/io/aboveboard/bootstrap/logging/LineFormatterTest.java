package io.aboveboard.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Fault("H8")
class LineFormatterTest {
    private final LogRecord record = new LogRecord(Level.WARNING, "it failed\nbadly");

    @BeforeEach
    void addAFailure() {
        record.setInstant(Instant.parse("2027-03-01T09:30:00Z"));
        record.setThrown(new IllegalStateException("canary"));
    }

    @Test
    void writesOneLineWithoutTheTrace() {
        assertThat(new LineFormatter(false).format(record))
                .matches("2027-0[23]-\\d\\dT\\d\\d:[034][05]:00[+-]\\d\\d:\\d\\d WARNING it failed\\\\nbadly\\R");
    }

    @Test
    void addsTheTraceForThoseWhoAskedForIt() {
        assertThat(new LineFormatter(true).format(record))
                .contains("IllegalStateException: canary")
                .contains("at ");
    }
}
