package io.aboveboard.bootstrap.cli;

import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.wiring.InstallationMove;
import io.aboveboard.domain.replica.Relocation.Outcome;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate-installation}. */
@Command(
        name = "migrate-installation",
        description = {
            "Take the installation from its folder to the database that TELEMETRY_DATABASE_URL names, or back.",
            "Its id, its milestones and its receipts come along. Stop every process that uses it before; where it came"
                    + " from keeps a copy."
        })
final class MigrateCommand extends ConfiguredCommand {
    @Option(names = "--to", required = true, paramLabel = "PLACE", description = "Where to: database or file.")
    private Place place = Place.DATABASE;

    MigrateCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    enum Place {
        DATABASE,
        FILE
    }

    @Override
    int run(AppConfig config) {
        JdbcConfig database = config.database();
        if (database == null) {
            console().complain("there is no database: set TELEMETRY_DATABASE_URL");
            return ExitCode.WRONG_USAGE;
        }
        if (config.isSilenced()) {
            console().complain("everything is off, so no database is asked; remove the kill switch for this command");
            return ExitCode.COULD_NOT;
        }
        return tell(
                place == Place.DATABASE
                        ? InstallationMove.toDatabase(
                                config, database, context().monitor())
                        : InstallationMove.toFolder(config, database, context().monitor()));
    }

    private int tell(Outcome outcome) {
        if (outcome instanceof Outcome.NotMoved notMoved) {
            console().complain("not moved: " + notMoved.why());
            return ExitCode.COULD_NOT;
        }
        Outcome.Moved moved = (Outcome.Moved) outcome;
        String receipts = moved.receipts() == 1 ? "1 receipt" : moved.receipts() + " receipts";
        console()
                .say("installation " + moved.id() + " is in the "
                        + place.name().toLowerCase(Locale.ROOT) + " now, with " + receipts
                        + (place == Place.FILE ? "; start it without TELEMETRY_DATABASE_URL from now on" : ""));
        return ExitCode.DONE;
    }
}
