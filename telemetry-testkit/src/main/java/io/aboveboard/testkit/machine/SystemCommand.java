package io.aboveboard.testkit.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;

/** Runs short commands of the system to their end. Thread-safe. */
public final class SystemCommand {
    private SystemCommand() {}

    /**
     * Runs a command; where it fails, the test is skipped and says why.
     *
     * @param otherwise what cannot be done here if it fails, as a sentence without its end
     * @param command the command and its arguments
     */
    public static void require(String otherwise, String... command) {
        String refusal = refusalOf(command);
        if (!refusal.isEmpty()) {
            String reason = "skipped, because " + otherwise + ": " + refusal;
            System.getLogger(SystemCommand.class.getName()).log(System.Logger.Level.INFO, reason);
            Assumptions.abort(reason);
        }
    }

    /**
     * Runs a command, and says why it failed.
     *
     * @param command the command and its arguments
     * @return its status and all that it printed; empty if it did not fail
     * @throws IllegalStateException if the waiting thread is interrupted
     */
    public static String refusalOf(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : "exit " + process.exitValue() + " " + output.strip();
        } catch (IOException missing) {
            return String.valueOf(missing.getMessage());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
