package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}. */
@Command(
        name = "demo",
        description = "Play the whole story against a receiver of its own on this machine; nothing leaves it.")
final class DemoCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--once", description = "End after the story; else stay, for you to try, until Ctrl-C.")
    private boolean once;

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return once ? play(() -> {}) : stay(context.lifetimes().get());
    }

    private int stay(Lifetime lifetime) {
        int exitCode = ExitCode.COULD_NOT;
        try {
            exitCode = play(lifetime::awaitStop);
        } finally {
            lifetime.ended(exitCode);
        }
        return exitCode;
    }

    private int play(Demo.Stop stop) {
        Console console = context.console();
        return new Demo(context.environment(), stop).run(once, console.out(), console.err());
    }
}
