package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void isMadeOfWholeStatements() {
        assertThat(Schema.statementsOf(1))
                .hasSize(3)
                .allSatisfy(statement -> assertThat(statement)
                        .containsPattern("(?m)^CREATE TABLE aboveboard_")
                        .endsWith(")"));
        assertThat(Schema.statementsOf(2)).hasSize(1);
    }
}
