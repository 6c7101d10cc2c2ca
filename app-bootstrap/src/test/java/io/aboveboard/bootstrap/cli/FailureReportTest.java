package io.aboveboard.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class FailureReportTest {
    @Command(name = "failing")
    static final class FailingCommand implements Callable<Integer> {
        @Mixin
        private final GlobalOptions options;

        FailingCommand(GlobalOptions options) {
            this.options = options;
        }

        @Override
        public Integer call() {
            throw new IllegalStateException("canary, debug " + options.isDebug());
        }
    }

    @ParameterizedTest
    @CsvSource({"'',false", "--debug,true"})
    void showsTheTraceOnlyToThoseWhoAskForIt(String option, boolean traced) {
        StringWriter err = new StringWriter();
        GlobalOptions options = new GlobalOptions();
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err));

        int exitCode = new CommandLine(new FailingCommand(options))
                .setExecutionExceptionHandler(new FailureReport(console, options))
                .execute(option.isEmpty() ? new String[0] : new String[] {option});

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).startsWith("aboveboard: failed unexpectedly: java.lang.IllegalStateException;");
        assertThat(err.toString().contains("canary")).isEqualTo(traced);
    }
}
