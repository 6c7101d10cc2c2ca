package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.status.ReceiptsJson;
import io.aboveboard.bootstrap.status.ReceiptsText;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.port.InstallationStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code consent verify}. */
@Command(
        name = "verify",
        description = "Check that no receipt was changed or removed in between, and say where one was.")
final class ConsentVerifyCommand extends ReceiptsCommand {
    @Option(names = "--json", description = "For machines.")
    private boolean json;

    ConsentVerifyCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    void show(ConsentChain chain, InstallationStore installation) {
        if (json) {
            console().print(ReceiptsJson.verdict(chain));
        } else {
            console().say(ReceiptsText.of(chain));
        }
    }
}
