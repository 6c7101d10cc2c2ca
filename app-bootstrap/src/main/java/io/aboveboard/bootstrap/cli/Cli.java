package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.BuildInfo;
import io.aboveboard.bootstrap.logging.StandardErrorLog;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line. Not thread-safe. */
public final class Cli {
    private static final int HELP_WIDTH = 100;

    private final CommandLine commandLine;

    Cli(CommandContext context, Ansi colours) {
        GlobalOptions options = new GlobalOptions();
        FailureReport failures = new FailureReport(context.console(), options);
        commandLine = commands(context, options)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours))
                .setOut(context.console().out())
                .setErr(context.console().err())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setExecutionStrategy(parsed -> execute(parsed, options));
        commandLine.getCommandSpec().version("aboveboard " + context.build().version());
    }

    /**
     * The command line of this process: its streams, its environment, its end. Colours only on a terminal.
     *
     * @return the command line
     */
    public static Cli ofThisProcess() {
        CommandContext context = new CommandContext(
                Console.ofThisProcess(), System.getenv(), BuildInfo.ofThisJar(), ProcessLifetime::begin);
        return new Cli(context, Ansi.AUTO);
    }

    /**
     * Runs one command.
     *
     * @param args the command and its arguments
     * @return the exit code
     */
    public int run(String... args) {
        return commandLine.execute(args);
    }

    private static int execute(ParseResult parsed, GlobalOptions options) {
        StandardErrorLog.setUp(options.isDebug());
        return new RunLast().execute(parsed);
    }

    private static CommandLine commands(CommandContext context, GlobalOptions options) {
        CommandLine consent = new CommandLine(new ConsentCommand())
                .addSubcommand(new ConsentShowCommand(context, options))
                .addSubcommand(new ConsentGrantCommand(context, options))
                .addSubcommand(new ConsentWithdrawCommand(context, options))
                .addSubcommand(new ConsentHistoryCommand(context, options))
                .addSubcommand(new ConsentExportCommand(context, options))
                .addSubcommand(new ConsentVerifyCommand(context, options));
        return new CommandLine(new RootCommand(options))
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new RunCommand(context, options))
                .addSubcommand(new StatusCommand(context, options))
                .addSubcommand(consent)
                .addSubcommand(new PreviewCommand(context, options))
                .addSubcommand(new SentCommand(context, options))
                .addSubcommand(new TrackCommand(context, options))
                .addSubcommand(new HeartbeatCommand(context, options))
                .addSubcommand(new FlushCommand(context, options))
                .addSubcommand(new DoctorCommand(context, options))
                .addSubcommand(new MigrateCommand(context, options))
                .addSubcommand(new ResetIdentityCommand(context, options))
                .addSubcommand(new EraseCommand(context, options));
    }
}
