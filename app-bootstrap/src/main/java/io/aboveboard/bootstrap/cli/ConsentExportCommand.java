package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.status.ReceiptsText;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentExport;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.InstallationStore;
import java.time.Instant;
import picocli.CommandLine.Command;

/** {@code consent export}. */
@Command(
        name = "export",
        description = "Write all receipts as one JSON document that can be checked without this program.")
final class ConsentExportCommand extends ReceiptsCommand {
    ConsentExportCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    void show(ConsentChain chain, InstallationStore installation) {
        console().print(ConsentExport.of(idOf(installation.read()), chain, Instant.now()));
        if (chain instanceof ConsentChain.Broken) {
            console().complain(ReceiptsText.of(chain));
        }
    }

    private static @Nullable InstallId idOf(InstallationReading reading) {
        return reading.known().flatMap(Installation::id).orElse(null);
    }
}
