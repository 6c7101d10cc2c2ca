package io.aboveboard.adapter.consent.file;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to the quarantine. */
final class QuarantineReports {
    private QuarantineReports() {}

    /** What it reports while something is done, and nobody else is told. */
    static List<String> of(Runnable action) {
        List<String> reports = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord report) {
                reports.add(MessageFormat.format(report.getMessage(), report.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Quarantine.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            action.run();
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
        return reports;
    }
}
