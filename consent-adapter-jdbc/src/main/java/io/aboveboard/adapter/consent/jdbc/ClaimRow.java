package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.BaseClaim;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/** The row of a claim. */
final class ClaimRow {
    /** A moment in two numbers: a column of time would round it, and what is handed on is the same to the nanosecond. */
    static final String RECORD = "uid, occurred_second, occurred_nano, record";

    private static final String INSERT = "INSERT INTO aboveboard_claim (installation, install_id, event, on_date, "
            + RECORD + ", made_at, held_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), clock_timestamp())"
            + " ON CONFLICT DO NOTHING";

    private static final String PRUNE = "DELETE FROM aboveboard_claim WHERE installation = ? AND event = 'heartbeat'"
            + " AND made_at < clock_timestamp() - INTERVAL '90' DAY";

    private static final String FORGET =
            "DELETE FROM aboveboard_claim WHERE installation = ? AND install_id IS DISTINCT"
                    + " FROM (SELECT install_id FROM aboveboard_installation WHERE name = ?)";

    private ClaimRow() {}

    /** Returns false if somebody else was quicker. */
    static boolean isInserted(Connection connection, String installation, BaseClaim claim) throws SQLException {
        Instant occurredAt = claim.record().occurredAt();
        try (PreparedStatement statement = SharedDatabase.prepare(connection, INSERT)) {
            statement.setString(1, installation);
            statement.setObject(2, claim.id().value());
            statement.setString(3, claim.event().name().toLowerCase(Locale.ROOT));
            statement.setObject(4, claim.date());
            statement.setString(5, claim.record().uid().value());
            statement.setLong(6, occurredAt.getEpochSecond());
            statement.setInt(7, occurredAt.getNano());
            statement.setBytes(8, claim.record().bytes());
            return Database.isInserted(statement) && isPruned(connection, installation);
        }
    }

    static EncodedRecord record(ResultSet row) throws SQLException {
        return new EncodedRecord(
                Layer.BASE,
                0,
                new RecordUid(row.getString("uid")),
                Instant.ofEpochSecond(row.getLong("occurred_second"), row.getInt("occurred_nano")),
                row.getBytes("record"));
    }

    private static boolean isPruned(Connection connection, String installation) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, PRUNE)) {
            statement.setString(1, installation);
            return statement.executeUpdate() >= 0;
        }
    }

    /** Deletes what was claimed under identities that have been given up: the records name them. */
    static int forgetOthers(Connection connection, String installation) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, FORGET)) {
            statement.setString(1, installation);
            statement.setString(2, installation);
            return statement.executeUpdate();
        }
    }
}
