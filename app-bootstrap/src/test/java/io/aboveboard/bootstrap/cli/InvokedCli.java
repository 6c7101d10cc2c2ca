package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.BuildInfo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** The command line within this process, whose streams are texts and whose process is asked to stop at once. */
final class InvokedCli {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    private int endedWith = -1;

    InvokedCli with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    int run(String... args) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(err));
        CommandContext context =
                new CommandContext(console, environment, BuildInfo.withoutSink("1.2.3"), StoppingAtOnce::new);
        return new Cli(context, Ansi.OFF).run(args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** With which code a command that stays said it had ended, or -1. */
    int endedWith() {
        return endedWith;
    }

    private final class StoppingAtOnce implements Lifetime {
        @Override
        public boolean awaitStop(Duration atMost) {
            return true;
        }

        @Override
        public void ended(int exitCode) {
            endedWith = exitCode;
        }
    }
}
