package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentChain.Line;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.consent.Surface;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;

/** The row of a receipt. */
final class ReceiptRow {
    static final String COLUMNS =
            "sequence, state, surface, actor, decided_at, text_version, schema_version, recipient,"
                    + " previous_hash, hash";

    private static final String INSERT =
            "INSERT INTO aboveboard_receipt (installation, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private ReceiptRow() {}

    static Line read(ResultSet row) throws SQLException {
        try {
            return new Line.Legible(receiptOf(row), row.getString("hash"));
        } catch (IllegalArgumentException invalid) {
            return new Line.Illegible("holds a value that no receipt has");
        }
    }

    private static ConsentReceipt receiptOf(ResultSet row) throws SQLException {
        return new ConsentReceipt(
                row.getLong("sequence"),
                ConsentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Actor(surface(row.getString("surface")), row.getString("actor")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new ConsentTerms(
                        row.getString("text_version"), row.getString("schema_version"), row.getString("recipient")),
                row.getString("previous_hash"));
    }

    private static Surface surface(String code) {
        return Arrays.stream(Surface.values())
                .filter(surface -> surface.code().equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("surface: unknown"));
    }

    /** Adds a receipt; fails where somebody else took its place in the chain. */
    static ConsentReceipt insert(Connection connection, String installation, ConsentReceipt receipt)
            throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, INSERT)) {
            statement.setString(1, installation);
            statement.setLong(2, receipt.sequence());
            statement.setString(3, receipt.state().name().toLowerCase(Locale.ROOT));
            statement.setString(4, receipt.actor().surface().code());
            statement.setString(5, receipt.actor().id());
            statement.setObject(6, receipt.at().atOffset(ZoneOffset.UTC));
            statement.setString(7, receipt.terms().textVersion());
            statement.setString(8, receipt.terms().schemaVersion());
            statement.setString(9, receipt.terms().recipient());
            statement.setString(10, receipt.previousHash());
            statement.setString(11, receipt.hash());
            statement.executeUpdate();
            return receipt;
        }
    }
}
