package io.aboveboard.bootstrap.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;

/** What a test wants the system to do, and can do without. */
final class Command {
    private Command() {}

    /** Runs a command; where it fails, the test is skipped and says why. */
    static void require(String otherwise, String... command) {
        String refusal = refusalOf(command);
        if (!refusal.isEmpty()) {
            String reason = "skipped, because " + otherwise + ": " + refusal;
            System.out.println(reason);
            Assumptions.abort(reason);
        }
    }

    /** Why a command failed, or nothing if it did not. */
    static String refusalOf(String... command) {
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
