package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.wiring.Installations;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStore;

/** A command that reads the receipts. It could not do what it is for where the chain is broken. */
abstract class ReceiptsCommand extends ConfiguredCommand {
    ReceiptsCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    final int run(AppConfig config) {
        InstallationStore installation = Installations.of(config);
        try {
            ConsentChain chain = installation.ledger().verify();
            show(chain, installation);
            return chain instanceof ConsentChain.Intact ? ExitCode.DONE : ExitCode.COULD_NOT;
        } catch (ConsentLedgerException unreadable) {
            console().complain(String.valueOf(unreadable.getMessage()));
            return ExitCode.COULD_NOT;
        }
    }

    /** Shows what it is for. */
    abstract void show(ConsentChain chain, InstallationStore installation);
}
