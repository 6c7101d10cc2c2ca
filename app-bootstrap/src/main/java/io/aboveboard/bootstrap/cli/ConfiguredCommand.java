package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.config.ConfigReading;
import java.util.concurrent.Callable;

/** A command that needs the settings: it runs only if they can be used. */
abstract class ConfiguredCommand implements Callable<Integer> {
    private final CommandContext context;
    private final GlobalOptions options;

    ConfiguredCommand(CommandContext context, GlobalOptions options) {
        this.context = context;
        this.options = options;
    }

    @Override
    public final Integer call() {
        ConfigReading reading = context.read(options);
        reading.warnings().forEach(warning -> console().complain("warning: " + warning));
        if (reading instanceof ConfigReading.Valid valid) {
            return run(valid.config());
        }
        ConfigReading.Invalid invalid = (ConfigReading.Invalid) reading;
        invalid.errors().forEach(error -> console().complain(error.toString()));
        return ExitCode.WRONG_USAGE;
    }

    /** Does it, and returns the exit code. */
    abstract int run(AppConfig config);

    CommandContext context() {
        return context;
    }

    Console console() {
        return context.console();
    }
}
