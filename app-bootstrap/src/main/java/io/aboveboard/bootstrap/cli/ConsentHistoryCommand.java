package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.status.ReceiptsJson;
import io.aboveboard.bootstrap.status.ReceiptsText;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.port.InstallationStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code consent history}. */
@Command(name = "history", description = "Show every decision there was, oldest first.")
final class ConsentHistoryCommand extends ReceiptsCommand {
    @Option(names = "--json", description = "For machines.")
    private boolean json;

    ConsentHistoryCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    void show(ConsentChain chain, InstallationStore installation) {
        if (json) {
            console().print(ReceiptsJson.history(chain));
        } else {
            chain.receipts().forEach(receipt -> console().say(ReceiptsText.of(receipt)));
        }
        if (chain instanceof ConsentChain.Broken || (chain.receipts().isEmpty() && !json)) {
            console().complain(ReceiptsText.of(chain));
        }
    }
}
