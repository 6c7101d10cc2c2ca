package io.aboveboard.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code consent} without saying what about it. */
@Command(
        name = "consent",
        synopsisSubcommandLabel = "COMMAND",
        description = "Show or take the decision on product events, and prove it.",
        commandListHeading = "%nCommands:%n")
final class ConsentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Missing command: show, grant, withdraw, history, export or verify");
    }
}
