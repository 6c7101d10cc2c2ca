package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentChain.Line;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentLedgerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The receipts of an installation as rows of {@code aboveboard_receipt}, which are only ever added, until whole chains that
 * were put aside are forgotten. The last receipt is checked against its hash whenever it is read, the history against the whole chain. Two decisions at once cannot take the
 * same place in the chain: the later one follows the earlier. Obtained from {@link JdbcInstallationStore#ledger()}.
 *
 * <p>Thread-safe, and safe beside other replicas. Holds nothing open.
 */
public final class JdbcConsentLedger implements ConsentLedger {
    private static final int MOST_ATTEMPTS = 100;

    private static final String HISTORY = "SELECT " + ReceiptRow.COLUMNS
            + " FROM aboveboard_receipt WHERE installation = ? AND chain = 0 ORDER BY sequence";

    private static final String LAST = HISTORY + " DESC FETCH FIRST ROW ONLY";

    private static final String RETIRE = "UPDATE aboveboard_receipt SET chain = (SELECT MAX(chain) + 1 FROM"
            + " aboveboard_receipt WHERE installation = ?) WHERE installation = ? AND chain = 0";

    private static final String FORGET = "DELETE FROM aboveboard_receipt WHERE installation = ? AND chain > 0";

    private final SharedDatabase database;

    JdbcConsentLedger(SharedDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<ConsentReceipt> last() {
        return read(LAST).stream().findFirst().map(this::proved);
    }

    private ConsentReceipt proved(Line line) {
        if (line instanceof Line.Illegible illegible) {
            throw broken("the last receipt " + illegible.why());
        }
        Line.Legible legible = (Line.Legible) line;
        if (!legible.receipt().hash().equals(legible.hash())) {
            throw broken("the last receipt does not match its own hash, so it was changed after it was written");
        }
        return legible.receipt();
    }

    @Override
    public List<ConsentReceipt> history() {
        ConsentChain chain = verify();
        if (chain instanceof ConsentChain.Broken broken) {
            throw broken("receipt " + broken.line() + " " + broken.why());
        }
        return chain.receipts();
    }

    @Override
    public ConsentChain verify() {
        return ConsentChain.verify(read(HISTORY));
    }

    private List<Line> read(String sql) {
        try {
            return database.look(connection -> lines(connection, sql), List.of());
        } catch (DatabaseFailedException failed) {
            throw new ConsentLedgerException(
                    "The receipts cannot be read from " + database + ": " + failed.getMessage());
        }
    }

    private List<Line> lines(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, sql)) {
            statement.setString(1, database.installation());
            try (ResultSet rows = statement.executeQuery()) {
                List<Line> lines = new ArrayList<>();
                while (rows.next()) {
                    lines.add(ReceiptRow.read(rows));
                }
                return lines;
            }
        }
    }

    private ConsentLedgerException broken(String why) {
        return new ConsentLedgerException("The receipts in " + database + " are broken: " + why
                + "; restore the table aboveboard_receipt from a backup, or empty it and decide anew");
    }

    @Override
    public ConsentReceipt append(ConsentDecision decision) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<ConsentReceipt> receipt = appended(decision.after(last().orElse(null)));
            if (receipt.isPresent()) {
                return receipt.get();
            }
        }
        throw unrecorded("others decided at the same time, again and again; decide once more");
    }

    /** Nothing where somebody else was quicker. */
    private Optional<ConsentReceipt> appended(ConsentReceipt receipt) {
        try {
            return Optional.of(
                    database.change(connection -> ReceiptRow.insert(connection, database.installation(), receipt)));
        } catch (DatabaseFailedException failed) {
            if (failed.isConflict()) {
                return Optional.empty();
            }
            throw unrecorded(String.valueOf(failed.getMessage()));
        }
    }

    private ConsentLedgerException unrecorded(String why) {
        return new ConsentLedgerException("The decision was not recorded in " + database + ": " + why);
    }

    @Override
    public void retire() {
        try {
            database.change(this::retired);
        } catch (DatabaseFailedException failed) {
            throw new ConsentLedgerException(
                    "The receipts in " + database + " were not put aside: " + failed.getMessage());
        }
    }

    private int retired(Connection connection) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, RETIRE)) {
            statement.setString(1, database.installation());
            statement.setString(2, database.installation());
            return statement.executeUpdate();
        }
    }

    @Override
    public void forgetRetired() {
        try {
            database.change(this::forgotten);
        } catch (DatabaseFailedException failed) {
            throw new ConsentLedgerException(
                    "The receipts put aside in " + database + " were not deleted: " + failed.getMessage());
        }
    }

    private int forgotten(Connection connection) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, FORGET)) {
            statement.setString(1, database.installation());
            return statement.executeUpdate() + ClaimRow.forgetOthers(connection, database.installation());
        }
    }
}
