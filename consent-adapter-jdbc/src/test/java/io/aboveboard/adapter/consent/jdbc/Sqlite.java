package io.aboveboard.adapter.consent.jdbc;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A database of SQLite in a file. */
final class Sqlite implements HostDatabase {
    private final Path file;

    Sqlite(Path file) {
        this.file = file;
    }

    @Override
    public JdbcConfig config() {
        return JdbcConfig.of("jdbc:sqlite:" + file);
    }

    @Override
    public DataSource source() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(config().url());
        return source;
    }
}
