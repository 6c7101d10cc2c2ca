package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SharedDatabaseTest {
    private static final String MISSING = "42S02";

    private final SharedDatabase database =
            new SharedDatabase(Database.over(H2.inMemory().source()), "default");

    @Test
    void takesATableForMissingThatAnotherThreadMakesWhileItLooks() throws DatabaseFailedException {
        String seen = database.look(
                connection -> {
                    makeTheTables();
                    throw new SQLException("not found", MISSING);
                },
                "nothing yet");

        assertThat(seen).isEqualTo("nothing yet");
    }

    @Test
    void takesATableForLostThatWasThereBefore() {
        makeTheTables();

        assertThatThrownBy(() -> database.look(
                        connection -> {
                            throw new SQLException("not found", MISSING);
                        },
                        "nothing yet"))
                .isInstanceOf(DatabaseFailedException.class);
    }

    private void makeTheTables() {
        try {
            database.change(connection -> true);
        } catch (DatabaseFailedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
