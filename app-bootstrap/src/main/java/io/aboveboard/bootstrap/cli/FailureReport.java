package io.aboveboard.bootstrap.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line or two what went wrong. Only {@code --debug} shows a stack trace. */
final class FailureReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;
    private final GlobalOptions options;

    FailureReport(Console console, GlobalOptions options) {
        this.console = console;
        this.options = options;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        console.complain(String.valueOf(wrong.getMessage()));
        UnmatchedArgumentException.printSuggestions(wrong, console.err());
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        console.err().println("Try '" + command + " --help'.");
        console.err().flush();
        return ExitCode.WRONG_USAGE;
    }

    /** The message may hold anything, so it is shown only to those who ask for everything. */
    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
        console.complain("failed unexpectedly: " + failed.getClass().getName() + "; --debug shows more");
        if (options.isDebug()) {
            failed.printStackTrace(console.err());
        }
        return ExitCode.COULD_NOT;
    }
}
