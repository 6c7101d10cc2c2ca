package io.aboveboard.bootstrap.logging;

import io.aboveboard.bootstrap.view.SafeText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One line a record; a stack trace only where a developer asked for it. Thread-safe. */
public final class LineFormatter extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneId.systemDefault());

    private final boolean withTraces;

    LineFormatter(boolean withTraces) {
        this.withTraces = withTraces;
    }

    @Override
    public String format(LogRecord record) {
        String line = TIME.format(record.getInstant()) + " " + record.getLevel().getName() + " "
                + SafeText.of(formatMessage(record)) + System.lineSeparator();
        return withTraces && record.getThrown() != null ? line + trace(record.getThrown()) : line;
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
