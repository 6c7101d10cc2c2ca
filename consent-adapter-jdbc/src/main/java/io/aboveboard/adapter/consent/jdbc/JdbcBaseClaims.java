package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.port.BaseClaim;
import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Claims as rows of {@code aboveboard_claim}, of which there can be only one an occasion. All times are told by the clock of
 * the database; that of H2 stands while a call lasts. Rows of heartbeats go after 90 days. Obtained from
 * {@link JdbcInstallationStore#claims()}.
 *
 * <p>Thread-safe, and safe beside other replicas. Holds nothing open.
 */
public final class JdbcBaseClaims implements BaseClaims {
    private static final String NOW = "SELECT clock_timestamp()";

    private static final String TAKE_OVER = "UPDATE aboveboard_claim SET held_since = clock_timestamp()"
            + " WHERE installation = ? AND install_id = ? AND delivered_at IS NULL"
            + " AND held_since < clock_timestamp() - INTERVAL '15' MINUTE"
            + " AND (event = 'first_seen' OR made_at > clock_timestamp() - INTERVAL '6' DAY)"
            + " RETURNING " + ClaimRow.RECORD;

    private static final String DELIVERED = "UPDATE aboveboard_claim SET delivered_at = clock_timestamp()"
            + " WHERE installation = ? AND uid = ? AND delivered_at IS NULL";

    private final SharedDatabase database;

    JdbcBaseClaims(SharedDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> now() {
        try {
            return Optional.of(database.look(JdbcBaseClaims::now, Instant.EPOCH));
        } catch (DatabaseFailedException failed) {
            throw failure("The time was not asked of ", failed);
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, NOW);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    @Override
    public boolean claim(BaseClaim claim) {
        try {
            return database.change(connection -> ClaimRow.isInserted(connection, database.installation(), claim));
        } catch (DatabaseFailedException failed) {
            throw failure("A report was not claimed in ", failed);
        }
    }

    @Override
    public List<EncodedRecord> takeOver(InstallId id) {
        try {
            return database.change(connection -> takeOver(connection, id));
        } catch (DatabaseFailedException failed) {
            throw failure("What others left was not taken over from ", failed);
        }
    }

    private List<EncodedRecord> takeOver(Connection connection, InstallId id) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, TAKE_OVER)) {
            statement.setString(1, database.installation());
            statement.setObject(2, id.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<EncodedRecord> records = new ArrayList<>();
                while (rows.next()) {
                    records.add(ClaimRow.record(rows));
                }
                records.sort(Comparator.comparing(EncodedRecord::occurredAt));
                return records;
            }
        }
    }

    @Override
    public void delivered(Collection<RecordUid> uids) {
        try {
            for (RecordUid uid : uids) {
                database.change(connection -> delivered(connection, uid));
            }
        } catch (DatabaseFailedException failed) {
            throw failure("That reports arrived was not noted in ", failed);
        }
    }

    private int delivered(Connection connection, RecordUid uid) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, DELIVERED)) {
            statement.setString(1, database.installation());
            statement.setString(2, uid.value());
            return statement.executeUpdate();
        }
    }

    private InstallationStoreException failure(String what, DatabaseFailedException failed) {
        return new InstallationStoreException(what + database + ": " + failed.getMessage());
    }
}
