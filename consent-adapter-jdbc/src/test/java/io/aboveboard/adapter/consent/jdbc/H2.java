package io.aboveboard.adapter.consent.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database of H2, in its regular mode: in memory as long as this JVM, or in a file. */
final class H2 implements HostDatabase {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String url;

    private H2(String url) {
        this.url = url;
    }

    static H2 inMemory() {
        return new H2("jdbc:h2:mem:host" + NAMES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }

    /** Closed whenever nobody is connected. */
    static H2 in(Path folder) {
        return new H2("jdbc:h2:file:" + folder.resolve("host"));
    }

    @Override
    public JdbcConfig config() {
        return new JdbcConfig(url, "sa", Password.none());
    }

    /** Whose transactions go on seeing what they saw first. */
    JdbcConfig configWithSnapshots() {
        return new JdbcConfig(
                url + ";INIT=SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                "sa",
                Password.none());
    }

    @Override
    public DataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        return source;
    }

    /** Until so many wait in this database for a row that others hold. */
    void awaitWaiting(int expected) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL") < expected) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nobody waits");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
