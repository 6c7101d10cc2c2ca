package io.aboveboard.bootstrap.logging;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Sends log lines to standard error: our own, and with {@code --debug} those of the libraries too. */
public final class StandardErrorLog {
    /** Kept so that the level set on it is not collected with it. */
    private static final Logger OWN = Logger.getLogger("io.aboveboard");

    private StandardErrorLog() {}

    /**
     * Sets up the log of this process.
     *
     * @param debug whether a developer wants to see everything
     */
    public static void setUp(boolean debug) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(debug ? Level.INFO : Level.OFF);
        OWN.setLevel(debug ? Level.FINE : Level.INFO);
        root.addHandler(handler(debug));
    }

    private static Handler handler(boolean debug) {
        Handler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        handler.setFormatter(new LineFormatter(debug));
        return handler;
    }
}
