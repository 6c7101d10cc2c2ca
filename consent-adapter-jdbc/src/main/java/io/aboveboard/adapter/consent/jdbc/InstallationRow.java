package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.Salt;
import io.aboveboard.domain.installation.StoredPreference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The row of an installation.
 *
 * @param revision how often it was changed; 0 before anything is stored
 * @param installation what it holds
 */
record InstallationRow(long revision, Installation installation) {
    private static final String SELECT = "SELECT revision, install_id, salt, telemetry_enabled, setup_complete,"
            + " last_beat_on" + eachMilestone(column -> ", " + column) + " FROM aboveboard_installation WHERE name = ?";

    private static final String UPDATE = "UPDATE aboveboard_installation SET revision = revision + 1, install_id = ?,"
            + " salt = ?, telemetry_enabled = ?, setup_complete = ?, last_beat_on = ?"
            + eachMilestone(column -> ", " + column + " = ?")
            + ", changed_at = CURRENT_TIMESTAMP WHERE name = ? AND revision = ?";

    /** A milestone without its column in the schema fails loudly. */
    private static String column(Milestone milestone) {
        return milestone.name().toLowerCase(Locale.ROOT) + "_at";
    }

    private static String eachMilestone(UnaryOperator<String> text) {
        return Arrays.stream(Milestone.values())
                .map(InstallationRow::column)
                .map(text)
                .collect(Collectors.joining());
    }

    /** Before anything is stored. */
    static InstallationRow none() {
        return new InstallationRow(0, Installation.blank());
    }

    static InstallationRow of(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, SELECT)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? read(rows) : none();
            }
        }
    }

    private static InstallationRow read(ResultSet row) throws SQLException {
        Installation installation = Installation.blank()
                .withPreference(preference(row.getObject("telemetry_enabled", Boolean.class)))
                .withSetupComplete(row.getBoolean("setup_complete"));
        UUID id = row.getObject("install_id", UUID.class);
        String salt = row.getString("salt");
        LocalDate beat = row.getObject("last_beat_on", LocalDate.class);
        installation = id == null ? installation : installation.withId(new InstallId(id));
        installation = salt == null ? installation : installation.withSalt(new Salt(salt));
        installation = beat == null ? installation : installation.withLastBeat(beat);
        for (Milestone milestone : Milestone.values()) {
            OffsetDateTime at = row.getObject(column(milestone), OffsetDateTime.class);
            installation = at == null ? installation : installation.withReached(milestone, at.toInstant());
        }
        return new InstallationRow(row.getLong("revision"), installation);
    }

    private static StoredPreference preference(@Nullable Boolean enabled) {
        if (enabled == null) {
            return StoredPreference.UNSET;
        }
        return enabled ? StoredPreference.YES : StoredPreference.NO;
    }

    /** As the columns can hold it: moments to the microsecond, and a preference that is one. */
    static Installation storable(Installation installation) {
        Installation storable = installation.preference() == StoredPreference.MALFORMED
                ? installation.withPreference(StoredPreference.UNSET)
                : installation;
        for (Milestone milestone : Milestone.values()) {
            Optional<Instant> at = storable.reached(milestone);
            if (at.isPresent()) {
                storable = storable.withReached(milestone, at.get().truncatedTo(ChronoUnit.MICROS));
            }
        }
        return storable;
    }

    /** Puts another installation in the place of this one. Returns false if somebody else was quicker. */
    boolean isReplacedBy(Installation next, Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, UPDATE)) {
            statement.setObject(1, next.id().map(InstallId::value).orElse(null), Types.OTHER);
            statement.setString(2, next.salt().map(Salt::value).orElse(null));
            statement.setObject(3, enabled(next.preference()), Types.BOOLEAN);
            statement.setBoolean(4, next.isSetupComplete());
            statement.setObject(5, next.lastBeat().orElse(null), Types.DATE);
            int place = 6;
            for (Milestone milestone : Milestone.values()) {
                setMoment(statement, place++, next.reached(milestone).orElse(null));
            }
            statement.setString(place++, name);
            statement.setLong(place, revision);
            return statement.executeUpdate() == 1;
        }
    }

    private static @Nullable Boolean enabled(StoredPreference preference) {
        return switch (preference) {
            case YES -> true;
            case NO -> false;
            case UNSET, MALFORMED -> null;
        };
    }

    private static void setMoment(PreparedStatement statement, int place, @Nullable Instant at) throws SQLException {
        statement.setObject(place, at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
