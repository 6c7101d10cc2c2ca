package io.aboveboard.bootstrap.process;

import java.util.Collections;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Opens every logger but the root to the last level, and opens them again when the log is set up. */
public final class LoudLogManager extends LogManager {
    /** Made by the JDK, by name. */
    public LoudLogManager() {}

    @Override
    public boolean addLogger(Logger logger) {
        boolean isNew = super.addLogger(logger);
        open(logger);
        return isNew;
    }

    @Override
    public void reset() {
        super.reset();
        Collections.list(getLoggerNames()).forEach(name -> open(getLogger(name)));
    }

    private static void open(Logger logger) {
        if (logger != null && !logger.getName().isEmpty()) {
            logger.setLevel(Level.ALL);
        }
    }
}
