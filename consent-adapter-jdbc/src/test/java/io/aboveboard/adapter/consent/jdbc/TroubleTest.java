package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {
    @ParameterizedTest
    @CsvSource({
        "08006,UNREACHABLE",
        "57P01,UNREACHABLE",
        "28P01,UNWELCOME",
        "3D000,NO_DATABASE",
        "53300,FULL",
        "42P01,MISSING",
        "42S22,MISSING",
        "42501,FORBIDDEN",
        "25006,FORBIDDEN",
        "57014,LOCKED",
        "42601,UNKNOWN",
        "90067,UNREACHABLE",
        "90098,UNREACHABLE",
        "90121,UNREACHABLE",
        "28000,UNWELCOME",
        "90146,NO_DATABASE",
        "90149,NO_DATABASE",
        "42S02,MISSING",
        "42S03,MISSING",
        "42S04,MISSING",
        "90040,FORBIDDEN",
        "90096,FORBIDDEN",
        "90097,FORBIDDEN",
        "90020,OCCUPIED",
        "HYT00,LOCKED"
    })
    void isKnownByItsState(String state, Trouble trouble) {
        assertThat(Trouble.of(new SQLException("said", state))).isEqualTo(trouble);
    }

    @ParameterizedTest
    @CsvSource({
        "1,no such table: settings,MISSING",
        "1,near SELEKT: syntax error,UNKNOWN",
        "5,database is locked,LOCKED",
        "8,readonly database,FORBIDDEN",
        "14,unable to open,UNREACHABLE",
        "26,file is not a database,UNKNOWN"
    })
    void isKnownByTheCodeOfSqlite(int code, String said, Trouble trouble) {
        assertThat(Trouble.of(new SQLException(said, null, code))).isEqualTo(trouble);
    }

    @Test
    void isKnownByItsType() {
        assertThat(Trouble.of(new SQLTimeoutException("said"))).isEqualTo(Trouble.LOCKED);
        assertThat(Trouble.of(new SQLTransientConnectionException("pool is empty")))
                .isEqualTo(Trouble.UNREACHABLE);
    }

    @Test
    void isUnknownWhereTheDriverSaysNothing() {
        assertThat(Trouble.of(new IllegalStateException("said"))).isEqualTo(Trouble.UNKNOWN);
        assertThat(Trouble.of(new SQLException())).isEqualTo(Trouble.UNKNOWN);
    }
}
